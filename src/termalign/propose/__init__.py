"""Candidates: ranges of Japanese and of English that may render each other, made from the findings of all kinds of evidence."""
