"""What a command says when it cannot do its work."""


class Trouble(Exception):  # noqa: N818 - it is told to a person, not handled by a program
    """A sentence that says what is wrong, and one that says what to do about it."""
