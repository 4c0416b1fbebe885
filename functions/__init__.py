"""Every Lambda, left to right as a letter moves: intake, router, notify."""
