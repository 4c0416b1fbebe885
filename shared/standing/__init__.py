"""How a letter stands, in what its sender may see."""
