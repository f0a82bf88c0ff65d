"""What the parts make of each situation: a text and its translation, terms given in it, a list of terms, a mixed text."""
