"""The choice among candidates: features of each, their weights, and the decision."""
