"""``saraban learn``: teach the learned part of deciding again, and try it before it is kept."""
