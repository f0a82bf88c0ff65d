"""Doubts about terms that must not be translated, but have a translation: 荘園, *manor*."""

from collections.abc import Iterable, Iterator

from termalign.english import EnglishText
from termalign.formats.glossaries import GlossaryEntry
from termalign.japanese.romanize import romanizations
from termalign.kana import is_japanese


def about_translated(entries: Iterable[GlossaryEntry]) -> Iterator[str]:
    """Yield a sentence for each entry with *do not translate* whose rendering is English, and not the term in Latin letters.

    Examples
    --------
    >>> kept = [GlossaryEntry("荘園", ("manor",), translate=False), GlossaryEntry("地頭", ("jito",), translate=False)]
    >>> list(about_translated(kept))
    ['荘園 must not be translated, but has the rendering “manor”: it counts as the form of the term in English']
    """
    for entry in entries:
        if entry.translate or not any(map(is_japanese, entry.ja)):
            continue
        for form in entry.en:
            if _is_english(form) and form not in romanizations(entry.ja):
                yield (
                    f"{entry.ja} must not be translated, but has the rendering “{form}”: it counts as the form of the term in "
                    "English"
                )


def _is_english(form: str) -> bool:
    """Return whether a rendering has only dictionary words in lower case, and so is neither a name nor a romanised word."""
    words = EnglishText(form)
    return bool(words) and form.islower() and all(lexeme.known for lexeme in words.lexemes)
