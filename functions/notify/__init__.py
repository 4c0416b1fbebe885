"""Notify: what the sender of a letter is told, and when it is better to say nothing."""
