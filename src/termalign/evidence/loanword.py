"""loanword: katakana and the Latin word it was taken from, by sound."""

from collections.abc import Iterator

from rapidfuzz.distance import LCSseq

from termalign.english import lexeme
from termalign.evidence.bitext import Bitext
from termalign.evidence.match import Match
from termalign.evidence.term import Term
from termalign.phonetics import kana_skeleton, may_be_one_sound, similarity

_NAMED = 0.97  # the dictionary names the source word
_LEAST = 0.2
_WORDS_MORE = 2  # English words beyond the parts that ・ separates
_MOST_WORDS = 5
_SHORT_TEXT = 6  # words: up to this nothing is left uncompared
_SHARED = 0.66  # of the consonant classes of the longer side


class LoanwordMatcher:
    """Compares katakana with English words by learned sound correspondences, and with the source dictionaries name."""

    kind = "loanword"

    def applies(self, term: Term) -> bool:
        return (term.katakana and len(term.surface) > 1) or bool(term.loans)

    def match(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        english = bitext.english
        named = False
        for loan in term.loans:
            for i in english.by_stem.get(lexeme(loan).stem, ()):
                named = True
                yield Match(i, i + 1, self.kind, _NAMED, 1.0, (term.surface, loan), (), "source")
        if named or not term.katakana:
            return
        kana = term.surface
        short = len(english) <= _SHORT_TEXT
        heard = {
            (i, j): similarity(kana, " ".join(english.forms[i:j]))
            for i, j in (_every(kana, bitext) if short else _likely(kana, bitext))
        }
        for (i, j), alike in heard.items():
            within = [heard.get((x, y), 0.0) for x in range(i, j) for y in range(x + 1, j + 1) if (x, y) != (i, j)]
            if (alike >= _LEAST or short) and alike > max(within, default=0.0):
                yield Match(i, j, self.kind, alike, 1.0, (kana, english.phrase(i, j)))


def _every(kana: str, bitext: Bitext) -> Iterator[tuple[int, int]]:
    """Every range of words of a text that is itself hardly more than a name."""
    size = len(bitext.english)
    return ((i, j) for i in range(size) for j in range(i + 1, min(i + _MOST_WORDS, size) + 1))


def _likely(kana: str, bitext: Bitext) -> Iterator[tuple[int, int]]:
    """Ranges of words whose consonants are mostly those of `kana`."""
    heard = kana_skeleton(kana)
    size = len(heard)
    skeletons = bitext.skeletons
    forms = bitext.english.forms
    most = min(_MOST_WORDS, 1 + kana.count("・") + kana.count("＝") + kana.count("=") + _WORDS_MORE)
    lexemes = bitext.english.lexemes
    for i in range(len(skeletons)):
        first = skeletons[i][:1]
        if (
            lexemes[i].function
            or not forms[i][0].isalpha()
            or (first and heard and not may_be_one_sound(first, heard[0]))
        ):
            continue
        written = ""
        for j in range(i, min(i + most, len(skeletons))):
            if j > i and not bitext.tight(j - 1):
                break
            written += skeletons[j]
            longer = max(size, len(written))
            if len(written) > size + 3:
                break
            if longer < 2 or LCSseq.similarity(heard, written) >= _SHARED * longer:
                yield i, j + 1
