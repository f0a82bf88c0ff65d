"""name, of people: family and given name in either order (安倍晋三 Shinzo ABE), joined by *no*, with initials, or one alone."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termalign.bitext.bitext import Bitext
from termalign.english.personal_titles import titled
from termalign.japanese.kanji_readings import Kind
from termalign.kana import is_kanji, kana_keys, loose
from termalign.kinds import offered
from termalign.kinds.kind import Filed
from termalign.kinds.match import Match, Part
from termalign.kinds.matched import kind_of
from termalign.kinds.spellings import spelled_keys
from termalign.names.characters import spelled
from termalign.names.common_noun import after
from termalign.names.generics import all_phrases, generics
from termalign.names.people import Cut, Half, cost_of, cuts, half_spelled
from termalign.names.pieces import common_tail
from termalign.terms.office import office_begins
from termalign.terms.term import Term

_SHORTEST = 2  # letters of a family name
_LONGEST = 7  # characters
_MOST_CUTS = 3
_BEST = 0.985
_FALL = 0.012  # for each nat of cost
_WORST = 0.72
_INITIAL, _INITIAL_COVERAGE = 0.92, 0.95
_ALONE = {"family": (0.9, 0.6), "given": (0.7, 0.45)}  # strength and coverage
_AGAIN = 0.06  # the whole name stands elsewhere in the text …
_FAMILY_AGAIN = 0.95  # … so that the family name goes for all of it
_TITLED = 0.85  # coverage of a family name after what a person is called by
_SHORT = 0.15  # a half of up to three letters
_UNREAD = 0.66  # beside a family name, a word that may be the given name
_RELATED = 0.78  # and shares a reading with it
_LEAST_UNREAD = 3  # letters
_SOMEBODY_ELSE = 0.35  # of its strength, for half a name that another half, or a common noun, goes with
_UNMISTAKABLE = 8  # letters, that are no other name's by chance
_DOUBT_LEFT = 0.4
_WHOLE = 0.8  # a name read along its characters, in one word
_WORD = 0.8  # a name that is rather an ordinary word
_NO = frozenset({"no", "ga"})
_MOST_CUTS = 3


class Spelling(NamedTuple):
    """A half of a name at the words ``i:j``, and what it costs to read it so."""

    i: int
    j: int
    cost: float


class NameMatcher:
    """Looks for both halves of a name among the capitalised words that can be read as Japanese."""

    kind = "name"
    needs = "names"

    def applies(self, term: Term) -> bool:
        text = term.surface
        if not 2 <= len(text) <= _LONGEST or not all(is_kanji(c) or c in "ノの" for c in text):
            return False
        if office_begins(term):  # 小池|知事: the name alone may be one
            return False
        return bool(term.proper or not term.words or term.names) and not common_tail(text)

    def match(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        words = bitext.names
        if not words:
            return
        if term.words and not term.proper:
            yield from self._word(term, bitext)
            return
        yield from self._whole(term, bitext)
        full: list[tuple[int, int]] = []
        found: list[tuple[Cut, list[Spelling], list[Spelling]]] = []
        for cut in cuts(term)[:_MOST_CUTS]:
            families = _spellings(cut.family, "place", term, bitext)
            givens = _spellings(cut.given, "given", term, bitext)
            if families or givens:
                found.append((cut, families, givens))
            for one, other in _pairs(families, givens, bitext):
                match = self._full(term, cut, one, other, bitext)
                full.append((match.i, match.j))
                yield match
        if found:
            cut, families, givens = found[0]
            yield from self._alone(term, cut, "family", families, full, bitext)
            yield from self._alone(term, cut, "given", givens, full, bitext)

    def _full(self, term: Term, cut: Cut, family: Spelling, given: Spelling, bitext: Bitext) -> Match:
        i, j = min(family.i, given.i), max(family.j, given.j)
        strength = max(_WORST, _BEST - _FALL * (cut.cost + family.cost + given.cost))
        parts = (
            Part(0, cut.at, family.i, family.j, self.kind, strength),
            Part(cut.at, len(term.surface), given.i, given.j, self.kind, strength),
        )
        return self._claim(term, i, j, strength, 1.0, parts, "full", bitext)

    def _alone(
        self,
        term: Term,
        cut: Cut,
        rule: str,
        spellings: Sequence[Spelling],
        full: Sequence[tuple[int, int]],
        bitext: Bitext,
    ) -> Iterator[Match]:
        """One half without the other: an initial beside it, a word that may be the other half, or nothing."""
        is_family = rule == "family"
        half, start, end = (cut.family, 0, cut.at) if is_family else (cut.given, cut.at, len(term.surface))
        if (not half.listed and not full) or cut.given.text in generics():
            return
        others = {(i, j) for i, j, _ in spellings if _elsewhere(i, j, bitext)}
        for spelling in spellings:
            i, j, cost = spelling
            if any(x <= i and j <= y for x, y in full):
                continue
            strength, coverage = _ALONE[rule]
            if is_family:
                yield from self._beside(term, cut, spelling, bitext)
                if full:
                    coverage = _FAMILY_AGAIN
                elif titled(bitext.english, i):
                    coverage = _TITLED
            letters = bitext.english.ends[j - 1] - bitext.english.starts[i]
            strength += _AGAIN * bool(full) - _SHORT * (letters <= 3) - _FALL * cost
            if (i, j) in others or (others and not full):  # whoever has the family's name in full has it again
                strength *= _SOMEBODY_ELSE
            part = Part(start, end, i, j, self.kind, strength)
            yield self._claim(term, i, j, strength, coverage, (part,), rule + "-again" * bool(full), bitext)

    def _beside(self, term: Term, cut: Cut, family: Spelling, bitext: Bitext) -> Iterator[Match]:
        """S. Abe; Yukinaga MIYOSHI, where no dictionary reads 之長 so."""
        english = bitext.english
        i, j, _ = family
        if english.ends[j - 1] - english.starts[i] < _SHORTEST:  # the O of O-Ise-mairi is no 御
            return
        for k, first, last in ((i - 1, i - 1, j), (j, i, j + 1)):
            if not 0 <= k < len(english) or not _close(min(k, j - 1), bitext):
                continue
            form = english.forms[k]
            if len(form) == 1 and form.isupper() and form.lower() in cut.given.initials:
                yield self._claim(term, first, last, _INITIAL, _INITIAL_COVERAGE, (), "initial", bitext)
        for word in bitext.names:
            before, after = word.j == i and _close(word.j - 1, bitext), word.i == j and _close(j - 1, bitext)
            if not (before or after):
                continue
            strength = _unread(cut.given, word.key, term)
            if strength:
                first, last = min(i, word.i), max(j, word.j)
                parts = (
                    Part(0, cut.at, i, j, self.kind, _BEST),
                    Part(cut.at, len(term.surface), word.i, word.j, "context", strength),
                )
                yield self._claim(term, first, last, strength, 1.0, parts, "unread", bitext)

    def _whole(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        """A name of one word that no dictionary reads so (有尊 Tomotaka)."""
        for word in bitext.names:
            found = spelled(term.surface, word.key, "given", term.lexicon)
            if found is not None and word.spelled not in term.keys:
                strength = max(0.3, _WHOLE - 0.05 * found[1])
                if len(word.key) >= _UNMISTAKABLE:
                    strength = 1.0 - _DOUBT_LEFT * (1.0 - strength)
                yield self._claim(term, word.i, word.j, strength, 1.0, (), "characters", bitext)

    def _word(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        """A name that is also an ordinary word (鞍馬 Kurama, and a pommel horse)."""
        keys = {key for entry in term.names for key in kana_keys(entry.reading)}
        for word in bitext.names:
            if word.spelled in keys and word.spelled not in term.keys:
                yield self._claim(term, word.i, word.j, _WORD, 1.0, (), "word", bitext)

    def _claim(
        self,
        term: Term,
        i: int,
        j: int,
        strength: float,
        coverage: float,
        parts: tuple[Part, ...],
        rule: str,
        bitext: Bitext,
    ) -> Match:
        return Match(i, j, self.kind, strength, coverage, (term.surface, bitext.english.phrase(i, j)), parts, rule)


def _spellings(half: Half, kind: Kind, term: Term, bitext: Bitext) -> list[Spelling]:
    """Where the text spells a half."""
    found = []
    for word in bitext.names:
        if word.key[0] not in half.starts:
            continue
        cost = cost_of(half, word.key, kind, term.lexicon)
        if cost is not None:
            found.append(Spelling(word.i, word.j, cost))
    return found


def _pairs(
    families: Sequence[Spelling], givens: Sequence[Spelling], bitext: Bitext
) -> Iterator[tuple[Spelling, Spelling]]:
    """Both halves side by side, in either order; *no* or a comma may follow a family name that comes first."""
    english = bitext.english
    for family in families:
        for given in givens:
            first = family.j == given.i and (_close(family.j - 1, bitext) or english.gap(family.j - 1) == ", ")
            joined = family.j + 1 == given.i and english.lexemes[family.j].lower in _NO
            if first or joined or (given.j == family.i and _close(given.j - 1, bitext)):
                yield family, given


def _close(k: int, bitext: Bitext) -> bool:
    """Whether nothing but a space, a hyphen or a full stop stands after word `k`."""
    return bitext.english.gap(k) in (" ", ". ", "-", "\n", ".")


def _unread(given: Half, key: str, term: Term) -> float:
    """How likely a word beside the family name is the given name, though it is read otherwise; 0 for somebody else's, and where
    what would be read is a word or another name (容疑).
    """
    if given.listed or len(key) < _LEAST_UNREAD or (len(given.text) > 1 and term.lexicon.has(given.text)):
        return 0.0
    if half_spelled(given.text, key, term.lexicon):
        return _RELATED
    return _UNREAD


def _elsewhere(i: int, j: int, bitext: Bitext) -> bool:
    """Whether half a name at the words ``i:j`` belongs to another name: another half, or a common noun, stands beside it."""
    english = bitext.english
    for word in bitext.names:
        beside = (word.j == i and _close(word.j - 1, bitext)) or (word.i == j and _close(j - 1, bitext))
        if beside or (word.i == j + 1 and english.lexemes[j].lower in _NO):
            return True
    return after(j, all_phrases(), bitext) is not None


def _filed(term: Term) -> Iterator[Filed]:
    """Names of people, whole and by halves."""
    if not NameMatcher().applies(term):
        return
    if term.words and not term.proper:
        yield from (Filed(f"n:{loose(key)}") for entry in term.names for key in kana_keys(entry.reading))
        return
    yield from (Filed(f"n:{key}") for key in spelled_keys(term.surface, "given", term.lexicon))
    for cut in cuts(term)[:_MOST_CUTS]:
        yield from (Filed(f"n:{key}", 0, cut.at) for key in _keys_of(cut.family, "place", term))
        yield from (Filed(f"n:{key}", cut.at) for key in _keys_of(cut.given, "given", term))


def _keys_of(half: Half, read_as: Kind, term: Term) -> set[str]:
    return {*half.keys, *spelled_keys(half.text, read_as, term.lexicon)}


PERSON = kind_of("person", NameMatcher(), _filed, offered.names, guess=True)
