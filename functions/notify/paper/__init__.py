"""The receipt on paper: PDF/A with its own facts, and their seal, inside."""
