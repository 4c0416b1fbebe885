"""The seal of a receipt: what is signed, the code that carries it, and its checking."""
