"""loanword: katakana and the Latin word it was taken from, by sound."""

from collections.abc import Collection, Iterator

from termalign.english import EnglishText, lexeme
from termalign.evidence.bitext import Bitext
from termalign.evidence.match import Match
from termalign.evidence.term import Term
from termalign.phonetics import similarity, spans_within

_NAMED = 0.97  # the dictionary names the source word
_LEAST = 0.2
_SURE = 0.8  # what sounds less like a common word whose source is known is another English word
_WORDS_MORE = 2  # English words beyond the parts that ・ separates
MOST_WORDS = 5
_SHORT_TEXT = 6  # words: up to this nothing is left uncompared
_DOTS = "・＝="


class LoanwordMatcher:
    """Compares katakana with English words by learned sound correspondences, and with the source dictionaries name."""

    kind = "loanword"
    needs = "english"

    def applies(self, term: Term) -> bool:
        return (term.katakana and len(term.surface) > 1) or bool(term.loans)

    def match(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        return self.match_from(term, bitext, None)

    def match_from(self, term: Term, bitext: Bitext, starts: Collection[int] | None) -> Iterator[Match]:
        """`match`, but for what begins with none of the words `starts`, if they are given."""
        english = bitext.english
        named = False
        for loan in term.loans:
            for i in english.by_stem.get(lexeme(loan).stem, ()):
                if english.forms[i].isupper() and english.lexemes[i].lower[0] != loan[0].lower():
                    continue  # アメリカ is not pronounced *U.S.*
                if term.proper and loan[0].isupper() and english.cased and english.forms[i].islower():
                    continue  # サイード (Said) has not *said*
                named = True
                yield Match(i, i + 1, self.kind, _NAMED, 1.0, (term.surface, loan), (), "source")
        if named or not term.katakana:
            return
        kana = term.surface
        short = len(english) <= _SHORT_TEXT
        heard = (
            {(i, j): similarity(kana, " ".join(english.forms[i:j])) for i, j in _every(bitext)}
            if short
            else _heard(kana, bitext, starts)
        )
        for (i, j), alike in heard.items():
            if term.loans and not short and alike < _SURE and j == i + 1 and _is_other_word(english, i):
                continue
            within = [heard.get((x, y), 0.0) for x in range(i, j) for y in range(x + 1, j + 1) if (x, y) != (i, j)]
            if alike > max(within, default=0.0):
                yield Match(i, j, self.kind, alike, 1.0, (kana, english.phrase(i, j)))


def _is_other_word(english: EnglishText, k: int) -> bool:
    """Whether word `k` is an English word like any other: *reaching*, where ランキング is known to come from *ranking*."""
    return english.lexemes[k].known and english.forms[k].islower()


def _every(bitext: Bitext) -> Iterator[tuple[int, int]]:
    """Every range of words of a text that is itself hardly more than a name."""
    size = len(bitext.english)
    return ((i, j) for i in range(size) for j in range(i + 1, min(i + MOST_WORDS, size) + 1))


def _heard(kana: str, bitext: Bitext, starts: Collection[int] | None) -> dict[tuple[int, int], float]:
    """Ranges of words that sound like `kana`, and how likely each is what it writes; none begins or ends in a function word."""
    most = min(MOST_WORDS, 1 + sum(map(kana.count, _DOTS)) + _WORDS_MORE)
    spans = spans_within(
        kana, bitext.spoken, most, _LEAST, breaks=bitext.breaks, inner=bitext.function_words, starts=starts
    )
    return {(span.start, span.end): span.score for span in spans}
