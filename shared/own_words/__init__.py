"""A mail's body taken apart: what its sender wrote now, and everything else. Pure."""
