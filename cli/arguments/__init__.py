"""The commands and their arguments, by what they are for."""
