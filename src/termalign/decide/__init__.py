"""The choice among candidates: their features, the weights of the features, and the decision."""
