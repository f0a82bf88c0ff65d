"""Evidence that a long list has no room for: what comes about by chance as soon as terms are many.

Of a hundred thousand names some are spelled or sound like *the*, *in* and *he*, some like *as a*, and each is there as often as
English is. A name's source word stands in a text together with all its derivatives (*healing*, health).
"""

from collections.abc import Iterable, Sequence
from typing import Final

from termalign.english import EnglishText, lexeme
from termalign.english.function_words import ARTICLES, PREPOSITIONS
from termalign.evidence.gather import Claim
from termalign.evidence.match import Match
from termalign.evidence.term import Term
from termalign.kana import all_kana, all_katakana, is_kana

_NO_NAMES: Final = ARTICLES | PREPOSITIONS
_SAID: Final = frozenset({"glossary", "learned", "apposition"})
_TOLD: Final = _SAID | {"number", "date"}
_SOURCE: Final = "source"
_WORD: Final = 3  # kana of a foreign word that stands in a row of them


class Room:
    """What the words of one English text may render of a long list.

    Parameters
    ----------
    english : EnglishText
        The text.

    Attributes
    ----------
    words : int
        A bit for each word but those of grammar.
    capitals : int
        A bit for each word that may belong to a name in capitals; for every word of a text without them.
    ordinary : int
        A bit for each word of the English dictionary in small letters.
    """

    def __init__(self, english: EnglishText) -> None:
        self._english = english
        sentences, forms = english.sentences, english.forms
        opens = [k == 0 or sentences[k] != sentences[k - 1] for k in range(len(forms))]
        #: Names that are written like a small word: Theresa May.
        names = {
            form
            for k, form in enumerate(forms)
            if english.capitalised[k] and not opens[k] and form.lower() not in _NO_NAMES
        }
        self.words = sum(
            1 << k for k, x in enumerate(english.lexemes) if not x.function or (english.cased and forms[k] in names)
        )
        self.ordinary = sum(1 << k for k, x in enumerate(english.lexemes) if x.known and forms[k].islower())
        self.capitals = sum(
            1 << k for k, form in enumerate(forms) if not english.cased or not form.isalpha() or not form.islower()
        )

    def possible(self, term: Term, matches: Sequence[Match]) -> list[Match]:
        """The matches of a term that say something in a long list."""
        if not matches:
            return []
        words = self.words
        return [
            m for m in matches if (self._says(m, term) if not words >> m.i & (1 << m.j - m.i) - 1 else self._exact(m))
        ]

    def _says(self, m: Match, term: Term) -> bool:
        """Whether words of grammar may render a term: by a gloss of what is no foreign name, or because somebody says so."""
        return m.kind in _TOLD or (m.kind == "gloss" and not term.katakana)

    def _exact(self, m: Match) -> bool:
        """Whether a word is the term's source itself, not something derived from it."""
        if m.rule != _SOURCE:
            return True
        source, word = lexeme(m.forms[-1]), self._english.lexemes[m.i]
        if word.lemma == source.lemma or word.lower == source.lower:
            return True
        return m.forms[-1][:1].isupper() and self._english.capitalised[m.i]  # Welsh, of Wales

    def may_be_heard(self, i: int, j: int) -> bool:
        """Whether a term may sound like the words ``i:j``: several in small letters do so by chance (big lead, ビグリー).

        So does a name with a word of grammar after it (*Rock was*).
        """
        words = (1 << j - i) - 1
        if j - i > 1 and not (self.capitals >> i & words and (self.words | self.capitals) >> j - 1 & 1):
            return False
        return bool(self.words >> i & words)

    def is_ordinary(self, i: int, j: int) -> bool:
        """Whether all the words ``i:j`` are ordinary ones, which many names sound a little like."""
        words = (1 << j - i) - 1
        return self.ordinary >> i & words == words

    def for_company(self, i: int, j: int) -> bool:
        """Whether the words ``i:j`` may be a company's name in full: none of meaning is written small."""
        return not (self.words & ~self.capitals) >> i & (1 << j - i) - 1

    def named(self, claims: Sequence[Claim]) -> list[Claim]:
        """The claims of a company's name in full that are a name in English too, or that somebody makes."""
        return [c for c in claims if self.for_company(c.i, c.j) or any(m.kind in _SAID for m in c.matches)]


def is_put_together(surface: str, pieces: Iterable[str]) -> bool:
    """Whether a term of several morphemes may be rendered by what they mean: kana says little of where a word has its parts.

    A foreign name that the tagger cuts into scraps (ザ|ト|コ) is none; katakana words in a row are (アルバイト|スタッフ).

    Examples
    --------
    >>> is_put_together("ザトコ", "ザトコ"), is_put_together("アルバイトスタッフ", ["アルバイト", "スタッフ"])
    (False, True)
    >>> is_put_together("かれの", ["かれ", "の"]), is_put_together("彼の", "彼の")
    (False, True)
    """
    if not is_kana(surface[0]) or not all_kana(surface):
        return True
    return all_katakana(surface) and all(len(piece) >= _WORD for piece in pieces)
