"""The operator's hands: the command ``saraban``, also ``python -m cli``."""
