"""Which candidates are right: what speaks for each, what that is worth, and the choice among them."""
