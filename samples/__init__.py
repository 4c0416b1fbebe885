"""A small inbox of invented letters to try the system on, and the script that makes it."""
