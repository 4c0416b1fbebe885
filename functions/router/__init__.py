"""Router: which process a letter is, whose desk it goes to, and its place in the register."""
