"""How the cost of a letter grows: what is varied, and by which power the cost follows."""
