"""Intake: what arrived becomes a letter that was read, or a named reason why not."""
