"""How time grows with input: entry points × shapes of text, ten times as much against as much."""
