"""A letter that somebody hands in as files: what is taken, and how it is laid before intake."""
