"""English phrases as a model has them: the families of their content words."""

from termalign.english.lexis import Lexeme
from termalign.english.text import EnglishText

MOST_BETWEEN = 2
"""Small words within a phrase: Ministry *of the* Interior."""


def is_word(lexeme: Lexeme) -> bool:
    """Whether it is a content word in Latin letters: no figure."""
    return not lexeme.function and len(lexeme.stem) > 1 and lexeme.plain.isascii() and lexeme.plain.isalpha()


def go_together(text: EnglishText, i: int, j: int) -> bool:
    """Whether nothing but a few small words, with spaces or hyphens, stands between the words `i` and `j`."""
    return (
        j - i <= MOST_BETWEEN + 1
        and all(text.tight[k] for k in range(i, j))
        and all(text.lexemes[k].function for k in range(i + 1, j))
    )


def phrase_at(text: EnglishText, i: int, j: int) -> tuple[str, ...]:
    """The words ``i:j`` as a model has them; empty where it has others, such as figures.

    Examples
    --------
    >>> phrase_at(EnglishText("The Ministry of the Interior said so."), 1, 5)
    ('minist', 'inter')
    """
    lexemes = text.lexemes[i:j]
    if any(not lexeme.function and not is_word(lexeme) for lexeme in lexemes):
        return ()
    return tuple([lexeme.stem for lexeme in lexemes if is_word(lexeme)])
