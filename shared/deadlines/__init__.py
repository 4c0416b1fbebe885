"""Deadlines and windows: which day a rule names. Pure; each rule has its source."""
