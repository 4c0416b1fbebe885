"""Faults: whole letters through the real handlers while AWS fails, and what must hold after it."""
