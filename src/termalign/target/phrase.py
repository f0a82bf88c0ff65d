"""Search for phrases in English words, word by word."""

from collections.abc import Iterator, Sequence

from termalign.english import EnglishText, lexeme


def literal(english: EnglishText, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield ranges that have these words one by one, in the same form apart from capitals or with the same lemma."""
    wanted = [lexeme(w) for w in words]
    if not wanted:
        return
    for i in _places(english, wanted[0].stem):
        j = i + len(wanted)
        found = english.lexemes[i:j]
        if len(found) == len(wanted) and all(
            f.plain == w.plain or f.lemma == w.lemma for f, w in zip(found, wanted, strict=True)
        ):
            yield i, j


def _places(english: EnglishText, stem: str) -> Sequence[int]:
    """Return the places of a stem. An *a* may be a letter or, as in *a priori*, be taken for the article."""
    found = english.by_stem.get(stem, ())
    return found if stem != "a" else sorted([*found, *english.by_stem.get("an", ())])
