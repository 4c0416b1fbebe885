"""Thai: digits, dates, and the folded form in which text is compared. Pure."""
