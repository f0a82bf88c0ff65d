"""English phrases as a model stores them: the stems of their content words."""

from termalign.english.lexis import Lexeme
from termalign.english.text import EnglishText

MOST_BETWEEN = 2
"""The largest number of consecutive function words within a phrase: Ministry *of the* Interior."""


def is_word(lexeme: Lexeme) -> bool:
    """Return whether a lexeme is a content word in Latin letters, not a number."""
    return not lexeme.function and len(lexeme.stem) > 1 and lexeme.plain.isascii() and lexeme.plain.isalpha()


def go_together(text: EnglishText, i: int, j: int) -> bool:
    """Return whether the words ``i`` and ``j`` are separated only by a few function words, spaces and hyphens."""
    return (
        j - i <= MOST_BETWEEN + 1
        and all(text.tight[k] for k in range(i, j))
        and all(text.lexemes[k].function for k in range(i + 1, j))
    )


def phrase_at(text: EnglishText, i: int, j: int) -> tuple[str, ...]:
    """Return the stems of the content words in ``i:j``; none if the range has other words, such as numbers.

    Examples
    --------
    >>> phrase_at(EnglishText("The Ministry of the Interior said so."), 1, 5)
    ('minist', 'inter')
    """
    lexemes = text.lexemes[i:j]
    if any(not lexeme.function and not is_word(lexeme) for lexeme in lexemes):
        return ()
    return tuple([lexeme.stem for lexeme in lexemes if is_word(lexeme)])
