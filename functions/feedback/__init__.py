"""Feedback: what could not be delivered, or was complained of, and what follows from it."""
