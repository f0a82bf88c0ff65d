"""A name that the user points at, and the whole of its English: what capitals join, and nothing else in the Japanese explains.

Matchers find what they know of a name: of 『パーシー・ジャクソンとオリンポスの神々』 *Percy Jackson*. Where the rest of the
capitalised phrase, *& the Olympians*, renders nothing else, it belongs to the same name. And where nothing is known of a name
(バイオハザード), the one name that is left over in the English renders it (Resident Evil).
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from termalign.choice.candidate import Candidate
from termalign.english import EnglishText, gloss_keys
from termalign.english.capitals import Capitals, Join
from termalign.evidence.context import Leftover
from termalign.evidence.match import Match
from termalign.evidence.term import Term
from termalign.japanese.text import JapaneseText

_TITLE = re.compile(r"『([^『』]+)』|「([^「」]+)」|《([^《》]+)》|〈([^〈〉]+)〉|“([^“”]+)”")
_COVERED = 0.95  # coverage of a match that leaves nothing of the term over
_NUMERALS = frozenset("0123456789一二三四五六七八九十IVX")
_ONLY = 0.85  # the chance that the one name left over renders the one name left over
_MOST_NAMES = 2
_PHRASAL = ("助詞", "助動詞", "動詞", "形容詞", "連体詞", "代名詞", "副詞")
_SUBTITLES = ":/ ~〜-"
_SURE = frozenset({Join.CLOSE})
_FIRM = _SURE | {Join.OF}
_LOOSE = _FIRM | {Join.LOOSE, Join.LISTED}
_IN_PARTS = _LOOSE | {Join.APART}
_FIRM_TITLE = _FIRM | {Join.SUBTITLE}
_COMPLETE_TITLE = _LOOSE | {Join.SUBTITLE}  # all of whose words are found: no list goes on with it
_IN_TITLE = _IN_PARTS | {Join.SUBTITLE}
_SPELLED = frozenset({"romaji", "name"})  # a name read as it is written is complete: Aizu, of Aizu Domain


class Unexplained:
    """The words of a text that no link claims, and the names among them.

    Parameters
    ----------
    text : JapaneseText
        The Japanese side.
    english : EnglishText
        The English side.
    links : sequence of Candidate
        Links of what is not given.
    given : sequence of Candidate
        Links of given terms.
    missing : sequence of Leftover
        Given terms without a link.
    left : iterable of Leftover
        Morphemes that are neither given nor linked.
    """

    def __init__(
        self,
        text: JapaneseText,
        english: EnglishText,
        links: Sequence[Candidate],
        given: Sequence[Candidate],
        missing: Sequence[Leftover],
        left: Iterable[Leftover],
    ) -> None:
        self._text = text
        self._english = english
        self._capitals = Capitals(english)
        self._titles = [m.span(m.lastindex or 0) for m in _TITLE.finditer(text.text)]
        self._given = list(given)
        self._missing = list(missing)
        self._claimed = {k for c in links for k in range(c.i, c.j)}
        explained = self._explain_titles(links)
        self._left = [piece for piece in left if not _within(piece, explained)]
        self._names_left = [piece for piece in self._left if self._is_name(piece)]

    def _explain_titles(self, links: Sequence[Candidate]) -> list[tuple[int, int]]:
        """Claim the whole English of titles that are not given; yield those that some link is found in."""
        explained = []
        places = [(c.start, c.end) for c in self._given] + [(x.start, x.end) for x in self._missing]
        for start, end in self._titles:
            if any(s < end and start < e for s, e in places):
                continue
            inside = [c for c in links if start <= c.start and c.end <= end]
            if inside:
                explained.append((start, end))
                free = self._free(self._given)
                joins = _FIRM_TITLE if self._missing else _IN_TITLE
                for c in inside:
                    self._claimed.update(range(*self._capitals.grown(c.i, c.j, joins, free, title=True)))
        return explained

    def _free(self, links: Iterable[Candidate]) -> frozenset[int]:
        claimed = {k for c in links for k in range(c.i, c.j)}
        return frozenset(k for k in range(len(self._english)) if k not in claimed and k not in self._claimed)

    def _is_name(self, piece: Leftover) -> bool:
        term = piece.term
        return _within(piece, self._titles) or ((term.proper or term.katakana) and not term.words)

    def _stands_alone(self, start: int, end: int) -> bool:
        """Whether the term is a whole noun run, or several: no noun goes on it on either side."""
        return not any(first < start < last or first < end < last for first, last in self._text.run_spans)

    def grown(self, c: Candidate) -> Candidate:
        """The link of a given term, with the words around its English that belong to one name with it."""
        title = (c.start, c.end) in self._titles
        if not title and not self._stands_alone(c.start, c.end):
            return c
        title = title or _has_parts(c.term) or (_is_phrase(c.term) and not self._left)
        free = self._free(o for o in self._given if o is not c)
        joins = self._joins(c, title)
        if not joins:
            return self._with_number(c, free)
        if joins is _SURE and c.matches[0].kind in _SPELLED and not c.term.katakana:
            return c
        i, j = self._capitals.grown(c.i, c.j, joins, free, title)
        return c if (i, j) == (c.i, c.j) else c._replace(i=i, j=j)

    def _joins(self, c: Candidate, title: bool) -> frozenset[Join]:
        """What may join words to the English of a given term: the less, the more of other names still lack theirs."""
        others = bool(self._names_left) or any(map(self._is_name, self._missing))
        partial = self._is_partial(c)
        if title:
            return _FIRM_TITLE if others else _IN_TITLE if partial else _COMPLETE_TITLE
        if others:
            return _FIRM if partial else frozenset()
        return _IN_PARTS if partial else _SURE

    def _is_partial(self, c: Candidate) -> bool:
        """Whether the English found so far is less than what the term says: Nobel Prize, of *Nobel Prize in Physics*."""
        best = c.matches[0]
        if best.coverage < _COVERED:
            return True
        if self._english.lexemes[c.j - 1].function and self._english.forms[c.j - 1].islower():  # The Last of
            return True
        words = sum(not x.function for x in self._english.lexemes[c.i : c.j])
        return best.kind == "gloss" and not best.parts and words < len(gloss_keys(best.forms[-1]))

    def _with_number(self, c: Candidate, free: frozenset[int]) -> Candidate:
        """The link with the number that ends its English, if the Japanese has one: 第一次世界大戦, World War *I*."""
        if _NUMERALS.isdisjoint(c.term.surface) or c.j not in free or not self._capitals.numbers(c.j):
            return c
        return c._replace(j=c.j + 1)

    def renderings(self) -> Iterator[Candidate]:
        """Names left over in the English as links of the given names left over, where they are few."""
        free = self._free(self._given)
        for piece in self._missing:
            alone = not self._names_left and len(self._missing) == 1
            names = self._capitals.names(_IN_TITLE if alone else _FIRM_TITLE, free)
            able = (piece.start, piece.end) in self._titles or (
                _may_be_name(piece.term) and self._stands_alone(piece.start, piece.end)
            )
            for i, j in names if able and len(names) <= _MOST_NAMES else ():
                chance = _ONLY / len(names)
                match = Match(i, j, "context", chance, 1.0, (piece.term.surface, self._english.phrase(i, j)))
                yield Candidate(piece.start, piece.end, i, j, piece.term, (match,), chance, 1.0)


def _within(piece: Leftover, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= piece.start and piece.end <= end for start, end in spans)


def _may_be_name(term: Term) -> bool:
    """Whether the term may be a name at all: proper, katakana, Latin letters, or a phrase, which only a name can be."""
    if term.is_quantity:
        return False
    return term.proper or term.katakana or term.surface[0].isascii() or _is_phrase(term)


def _is_phrase(term: Term) -> bool:
    """Whether more than nouns stand in the term: 大いなる遺産, かいじゅうたちのいるところ."""
    return any(m.pos.startswith(_PHRASAL) for m in term.morphemes)


def _has_parts(term: Term) -> bool:
    """Whether the term has a title and a subtitle: スター・トレック:ディープ・スペース・ナイン."""
    return any(mark in term.surface[1:-1] for mark in _SUBTITLES)
