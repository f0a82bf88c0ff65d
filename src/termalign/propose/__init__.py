"""Candidates: stretches of Japanese and of English that may render each other, made of what the kinds of evidence find."""
