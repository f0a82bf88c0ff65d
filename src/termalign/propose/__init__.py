"""Candidates: ranges of Japanese and English that may render each other, made from all kinds of evidence."""
