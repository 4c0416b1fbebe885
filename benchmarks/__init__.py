"""Speed, accuracy and robustness, measured: each command prints a table."""
