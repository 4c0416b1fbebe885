"""Which piece is which: what each page is among what a request needs."""
