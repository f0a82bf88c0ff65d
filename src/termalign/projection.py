"""Annotation projection: spans that are marked in one text of an alignment are marked in the other."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter
from typing import Any, Literal, NamedTuple, get_args

from termalign.abbreviations.brackets import brackets
from termalign.aligner import Aligner
from termalign.alignment import Alignment
from termalign.arguments import checked_alignment, instance_of, marked_spans, one_of
from termalign.decide.calibration import published
from termalign.english import EnglishText
from termalign.english.function_words import ARTICLES
from termalign.english.personal_titles import is_personal_title
from termalign.functions import default_aligner
from termalign.japanese.morpheme import PREFIX, SUFFIX
from termalign.japanese.name_words import titles
from termalign.japanese.text import JapaneseText
from termalign.kana import all_katakana, is_hiragana, is_japanese
from termalign.model import Link, Part, Span, moved
from termalign.names.generics import generic_phrases
from termalign.names.legal_form import whole_form
from termalign.propose.nearby import nearest

Side = Literal["ja", "en"]
MarkedSpan = Span | tuple[int, int] | tuple[int, int, Any] | Mapping[str, Any]
"""A span to project: a `Span`, or its half-open code points, with or without a label of any type; also as a dictionary."""

_ENOUGH = 0.99  # share of a span's words that links must cover; otherwise the aligner is run for the span
# What separates two names, and what joins the parts of one name.
_PARTING = frozenset("\n,;:.()")
_AND = frozenset({"及び", "並びに", "又は", "若しくは"})
# The prepositions that render particles and suffixes, if these are marked as well: *by* 2 p.m., 14時まで.
_LED_IN: Mapping[str, Set[str]] = {
    "まで": frozenset({"by", "until", "till", "to", "through"}),
    "から": frozenset({"from", "since"}),
    "用": frozenset({"for"}),
    "向け": frozenset({"for"}),
}
# Characters that may form a word of their own: 近郊 in ジュネーブ近郊 is a word without a part in the link, 所 in
# 地質調査所 is not.
_A_WORD = 2
_BEFORE_BRACKET = " \"'”’»"  # what ends a quotation, and the space behind it
_LONGEST_NAME = 6  # words of a name before a bracket that glosses it
_MOST_ASKED = 30  # noun runs without a link for which the aligner is run at one place
_NEAREST = 3  # links on either side of a span, at least, which limit the text in which its rendering is searched for
_FARTHEST = 300  # code points on either side of a span, at least, which limit that text where links are far


@dataclass(frozen=True, slots=True)
class Projection:
    """A marked span and its counterpart in the other text.

    Attributes
    ----------
    source : Span
        The marked span.
    spans : tuple of Span
        The corresponding spans in the order of the other text: usually one, but several if other words separate them.
    score : float
        The probability that the projection is right, in (0, 1].
    label : object
        The label of the marked span, such as ``"ORG"`` or its id, or ``""`` if it has none.

    Examples
    --------
    >>> from termalign import align
    >>> (found,) = project(align("警察庁が発表した。", "The National Police Agency said so."), [(0, 3, "ORG")])
    >>> found.label, found.spans
    ('ORG', (Span(start=4, end=26, text='National Police Agency'),))
    """

    source: Span
    spans: tuple[Span, ...]
    score: float
    label: Any = ""

    def to_dict(self) -> dict[str, Any]:
        """Return the projection as plain dictionaries, lists and numbers; the label is unchanged.

        Examples
        --------
        >>> from termalign import align
        >>> (found,) = project(align("桜島が噴火した。", "Sakurajima erupted."), [(0, 2, 7)])
        >>> found.to_dict()["source"], found.to_dict()["spans"], found.to_dict()["label"]
        ({'start': 0, 'end': 2, 'text': '桜島'}, [{'start': 0, 'end': 10, 'text': 'Sakurajima'}], 7)
        """
        return {
            "source": self.source.to_dict(),
            "spans": [span.to_dict() for span in self.spans],
            "score": self.score,
            "label": self.label,
        }


def project(
    alignment: Alignment, spans: Iterable[MarkedSpan], *, side: Side = "ja", aligner: Aligner | None = None
) -> list[Projection | None]:
    """Project marked spans, such as named entities, to the other text.

    A span that equals one side of a link, or of a part of a link, is mapped to the other side. A span that covers
    several links is mapped to the other sides of all of them, with the function words in between. If needed, the
    aligner is also run for the span alone, and the answer with the higher score is used.

    Parameters
    ----------
    alignment : Alignment
        The alignment of a text and its translation.
    spans : iterable of Span, (start, end), (start, end, label) or dict
        The marked spans, in half-open code points; they may overlap. A label is any object, such as a name or an id. A
        dictionary has the members ``start``, ``end`` and optionally ``label``; others are ignored.
    side : {"ja", "en"}
        The marked text.
    aligner : Aligner, optional
        The aligner to run for spans; by default one with the default settings.

    Returns
    -------
    list of Projection or None
        One projection for each span, in order; None for a span without a counterpart.

    Raises
    ------
    TypeError, ValueError
        If an argument is invalid, or a span is outside the text; the message gives its number, from 0.

    Notes
    -----
    The idea of annotation projection is D. Yarowsky, G. Ngai and R. Wicentowski's ("Inducing multilingual text analysis
    tools via robust projection across aligned corpora", HLT 2001). Pronouns that refer to a name (*he*), and words that
    only one of the two texts has, are not mapped.

    Examples
    --------
    >>> from termalign import align
    >>> found = align("桜島が噴火した。", "Mt. Sakurajima erupted.")
    >>> [(p.spans[0].text, p.label) for p in project(found, [(4, 14, "LOC")], side="en")]
    [('桜島', 'LOC')]
    >>> project(found, [(0, 3)], side="en")
    [None]
    """
    checked_alignment(alignment, "alignment")
    one_of(side, get_args(Side), "side")
    if aligner is None:
        aligner = default_aligner()
    instance_of(aligner, Aligner, "aligner")
    text = alignment.ja if side == "ja" else alignment.en
    marked = [(Span.of(text, start, end), label) for start, end, label in marked_spans(text, spans)]
    across = _Across(alignment, side, aligner)
    marks = [across.mark(span, label) for span, label in marked]
    across.ask(marks)
    return [across.projection(mark) for mark in marks]


class _Piece(NamedTuple):
    """A link or a part of one: its span in the marked text, its span in the other text, and the score of the link."""

    here: Span
    there: Span
    score: float


_Place = tuple[tuple[int, int], tuple[int, int]]
"""Code points of the Japanese and of the English text, within which the counterpart of a span is searched for."""


class _Mark(NamedTuple):
    """A marked span: what of it needs a counterpart, what the links say, and where the aligner is to look, if anywhere."""

    source: Span
    label: Any
    content: set[int]
    linked: Projection | None
    place: _Place | None


class _Across:
    """An alignment as seen from one side."""

    def __init__(self, alignment: Alignment, side: Side, aligner: Aligner) -> None:
        self._alignment = alignment
        self._aligner = aligner
        self._answers: dict[
            _Place, Mapping[frozenset[int], Sequence[_Piece]]
        ] = {}  # by their content in the marked text
        self._side = side
        self._other = alignment.en if side == "ja" else alignment.ja
        self._english = EnglishText.of_pair(alignment.en, alignment.ja)
        ranges = [self._words(link.en.start, link.en.end) for link in alignment.links]
        self._linked = {k for words in ranges for k in words}
        #: Names that are spelled like a function word: Theresa *May*.
        self._names = {words[0] for words in ranges if len(words) == 1 and self._english.capitalised[words[0]]}
        links = [(self._whole(link), link.parts) for link in alignment.links]
        self._links = sorted(links, key=lambda link: (link[0].here.start, link[0].here.end))
        self._at: dict[int, list[int]] = {}
        for number, (piece, _) in enumerate(self._links):
            for k in range(piece.here.start, piece.here.end):
                self._at.setdefault(k, []).append(number)
        self._theres = sorted([(piece.there.start, piece.there.end) for piece, _ in links])

    def _words(self, start: int, end: int) -> range:
        """Return the English words at code points of the English text."""
        return range(*self._english.words_in(*self._english.folded.folded_span(start, end)))

    def _piece(self, found: Link | Part, score: float) -> _Piece:
        return _Piece(found.ja, found.en, score) if self._side == "ja" else _Piece(found.en, found.ja, score)

    def _whole(self, link: Link) -> _Piece:
        """Return a link. If its parts cover all content on this side, its first and last words without a part are cut off."""
        piece = self._piece(link, link.score)
        parts = [self._piece(part, link.score) for part in link.parts]
        told = {k for part in parts for k in range(part.here.start, part.here.end)}
        if not parts or not self._content(piece.here) <= told:
            return piece
        first, last = min(part.there.start for part in parts), max(part.there.end for part in parts)
        start = first if self._side == "en" and self._is_word(piece.there.start, first) else piece.there.start
        end = last if self._is_word(last, piece.there.end) else piece.there.end
        return piece._replace(there=Span.of(self._other, start, end))

    def _is_word(self, start: int, end: int) -> bool:
        """Return whether the characters of the other text may be a word of their own."""
        return len("".join(self._other[start:end].split())) >= _A_WORD

    def mark(self, source: Span, label: Any) -> _Mark:
        """Return a marked span with what the links say of it."""
        content = self._content(source)
        pieces = self._pieces(content)
        covered = len(content & {k for piece in pieces for k in range(piece.here.start, piece.here.end)})
        linked = self._joined(pieces, covered / len(content), source, label) if pieces else None
        place = self._everything if self._side == "ja" else None
        if self._side == "en" and content:
            settled = linked is not None and covered >= _ENOUGH * len(content) and not self._is_other_script(linked)
            place = None if settled else self._around(content)
        return _Mark(source, label, content, linked, place)

    def ask(self, marks: Sequence[_Mark]) -> None:
        """Run the aligner for marked spans alone: for those, or for the Japanese that may be the counterparts of English ones.

        It runs once for all spans whose counterparts are searched for at one place.
        """
        asked: dict[_Place, set[tuple[int, int]]] = {}
        for mark in marks:
            if mark.place is not None and self._side == "ja":
                asked.setdefault(mark.place, set()).add((mark.source.start, mark.source.end))
            elif mark.place is not None:
                if mark.place not in asked:
                    asked[mark.place] = set(self._unlinked(*mark.place[0]))
                if len(asked[mark.place]) < _MOST_ASKED:
                    asked[mark.place].update(self._linked_only_with(mark))
        self._answers = {place: self._answered(sorted(terms), *place) for place, terms in asked.items()}

    @property
    def _everything(self) -> _Place:
        """The whole of both texts."""
        return (0, len(self._alignment.ja)), (0, len(self._alignment.en))

    def _answered(
        self, terms: Sequence[tuple[int, int]], ja: tuple[int, int], en: tuple[int, int]
    ) -> Mapping[frozenset[int], Sequence[_Piece]]:
        texts = self._alignment.ja[slice(*ja)], self._alignment.en[slice(*en)]
        given = [(start - ja[0], end - ja[0]) for start, end in terms]
        answers: defaultdict[frozenset[int], list[_Piece]] = defaultdict(list)
        for link in self._aligner.align(*texts, terms=given) if given else ():
            j, e = moved(link.ja, ja[0]), moved(link.en, en[0])
            piece = _Piece(*((j, e) if self._side == "ja" else (e, j)), link.score)
            answers[frozenset(self._content(piece.here))].append(piece)
        return answers

    def _touching(self, wanted: Iterable[int]) -> list[tuple[_Piece, tuple[Part, ...]]]:
        """Return the links that share one of these code points, in order."""
        return [self._links[number] for number in sorted({n for k in wanted for n in self._at.get(k, ())})]

    def _around(self, wanted: set[int]) -> _Place:
        """Return the part of both texts near an English span, in which to search for its counterpart.

        It begins and ends at every few links or code points, so that neighbouring spans have the same part.
        """
        (ja_start, ja_stop), (en_start, en_stop) = self._everything
        first, last = min(wanted), max(wanted) + 1
        k = bisect_left(self._links, first, key=lambda link: link[0].here.start)
        k -= k % _NEAREST
        near = [piece for piece, _ in self._links[max(0, k - _NEAREST) : k + 2 * _NEAREST]]
        if k > _NEAREST:
            ja_start = min(piece.there.start for piece in near)
            en_start = min([first, *[piece.here.start for piece in near]])
        if k + 2 * _NEAREST < len(self._links):
            ja_stop = max(piece.there.end for piece in near)
            en_stop = max([last, *[piece.here.end for piece in near]])
        share = (first + last - 2 * en_start) / (2 * (en_stop - en_start))
        middle = ja_start + round(share * (ja_stop - ja_start))
        return _within(ja_start, ja_stop, middle, middle), _within(en_start, en_stop, first, last)

    def projection(self, mark: _Mark) -> Projection | None:
        """Return the counterpart of a span: from the links or from the aligner, whichever has the higher score."""
        if not mark.content:
            return None
        linked, asked = mark.linked, self._answer(mark)
        if asked is not None and (linked is None or asked.score > linked.score or self._is_other_script(linked)):
            return self._led_in(self._before_gloss(mark, asked))
        found = linked or self._overlapping(mark) or self._of_gloss(mark)
        return None if found is None else self._led_in(self._before_gloss(mark, found))

    def _of_gloss(self, mark: _Mark) -> Projection | None:
        """Return the Japanese of the bracket behind an English span, if both render it: *Omizutori (Water-Drawing)*."""
        gloss = self._glosses.get(mark.source.end) if self._side == "en" else None
        pieces = self._pieces(self._content(gloss)) if gloss is not None else []
        places = {(piece.there.start, piece.there.end) for piece in pieces}
        nouns = {
            place
            for start, _ in places
            for place in self._stretches_at.get(start, ())
            if place[0] == start and self._other[place[1] - 1].isalnum()
        }
        return self._best_alone(mark, sorted(places | nouns))

    def _before_gloss(self, mark: _Mark, found: Projection) -> Projection:
        """Return the counterpart of a Japanese span; if it is a gloss in brackets, the name before the bracket."""
        if self._side == "en" or len(found.spans) > 1:
            return found
        (there,) = found.spans
        glossed = [end for end, gloss in self._glosses.items() if gloss.start <= there.start and there.end <= gloss.end]
        return (self._best_alone(mark, self._names_before(glossed[-1])) if glossed else None) or found

    def _names_before(self, end: int) -> list[tuple[int, int]]:
        """Return the runs of words without a link that begin with a capital and end at a place of the English text."""
        english, last = self._english, self._words(0, end).stop
        found: list[tuple[int, int]] = []
        for k in range(last - 1, max(0, last - _LONGEST_NAME) - 1, -1):
            if k in self._linked or (k + 1 < last and not english.tight[k]):
                break
            if english.capitalised[k]:
                found.append(english.offsets(k, last))
        return found

    def _best_alone(self, mark: _Mark, places: Iterable[tuple[int, int]]) -> Projection | None:
        """Return the place that renders a span best if there is no other text, if any does."""
        found = [
            Projection(mark.source, (span,), score, mark.label)
            for span in (Span.of(self._other, *place) for place in places)
            if (score := self._score_alone(mark.source.text, span.text)) is not None
        ]
        return max(found, key=lambda one: one.score, default=None)

    def _score_alone(self, here: str, there: str) -> float | None:
        """Return the score of a span and its rendering without any text around them; None if they are no link."""
        ja, en = (here, there) if self._side == "ja" else (there, here)
        links = self._aligner.align(ja, en, terms=[(0, len(ja))])
        return next((link.score for link in links if len(link.en.text) == len(en)), None)

    @cached_property
    def _glosses(self) -> Mapping[int, Span]:
        """Return the content of each bracket of the English text, by the end of the words (or the quotation) before it."""
        en = self._alignment.en
        closed = [bracket for bracket in brackets(en) if bracket.closed and bracket.begin < bracket.end]
        return {
            len(en[: bracket.begin - 1].rstrip(_BEFORE_BRACKET)): Span.of(en, bracket.begin, bracket.end)
            for bracket in closed
        }

    def _led_in(self, found: Projection) -> Projection:
        """Return the counterpart of a Japanese span with the preposition before it, if a particle of the span says the same."""
        prepositions = _prepositions(found.source.text) if self._side == "ja" and len(found.spans) == 1 else ()
        if not prepositions:
            return found
        english, (there,) = self._english, found.spans
        k = self._words(there.start, there.end).start
        k -= k > 0 and english.gap(k - 1) == " " and english.lexemes[k - 1].lower in ARTICLES
        if k == 0 or english.gap(k - 1) != " " or english.lexemes[k - 1].lower not in prepositions:
            return found
        return replace(found, spans=(Span.of(self._other, english.offsets(k - 1, k)[0], there.end),))

    def _is_other_script(self, found: Projection) -> bool:
        """Return whether an English span has a different counterpart in Latin letters: 国際通貨基金（IMF）has both."""
        there = "".join(span.text for span in found.spans)
        return self._side == "en" and there != found.source.text and not any(map(is_japanese, there))

    def _answer(self, mark: _Mark) -> Projection | None:
        """Return the best counterpart that the aligner found for the span alone."""
        fitting = self._answers[mark.place].get(frozenset(mark.content)) if mark.place is not None else None
        if not fitting:
            return None
        in_japanese = [piece for piece in fitting if any(map(is_japanese, piece.there.text))]
        best = max(in_japanese or fitting, key=attrgetter("score"))
        place = self._whole_place(best.there.start, best.there.end)
        return Projection(mark.source, (Span.of(self._other, *place),), best.score, mark.label)

    def _overlapping(self, mark: _Mark) -> Projection | None:
        """Return the link that overlaps the span most, if the overlap is more than half of their union."""
        best: Projection | None = None
        for piece, _ in self._touching(mark.content):
            here = self._content(piece.here)
            shared = len(here & mark.content) / len(here | mark.content)
            score = published(piece.score * shared)
            # both must cover more than half of the union of the link and the span
            if shared > 0.5 and (best is None or score > best.score):
                best = Projection(mark.source, (piece.there,), score, mark.label)
        return best

    def _content(self, span: Span) -> set[int]:
        """Return the code points that need a counterpart: of English content words, or of Japanese other than hiragana."""
        if self._side == "ja":
            kept = {k for k in range(span.start, span.end) if self._alignment.ja[k].isalnum()}
            return {k for k in kept if not is_hiragana(self._alignment.ja[k])} or kept
        english, words = self._english, self._words(span.start, span.end)
        told = [k for k in words if not english.lexemes[k].function or k in self._names] or words
        places = (english.folded.raw_span(english.starts[k], english.ends[k]) for k in told)
        return {k for start, end in places for k in range(max(start, span.start), min(end, span.end))}

    def _pieces(self, wanted: set[int]) -> list[_Piece]:
        """Return the links within a span and, from links that reach beyond the span, the parts within it."""
        found: list[_Piece] = []
        for piece, parts in self._touching(wanted):
            if self._content(piece.here) <= wanted:
                found.append(piece)
            else:
                inner = (self._piece(part, piece.score) for part in parts)
                found += [part for part in inner if self._content(part.here) <= wanted]
        return _without_doubles(found)

    def _joined(self, pieces: Sequence[_Piece], covered: float, source: Span, label: Any) -> Projection:
        """Return the other sides of the pieces, joined where only function words separate them."""
        groups: list[list[tuple[int, int]]] = []
        for there in sorted([(piece.there.start, piece.there.end) for piece in pieces]):
            if groups and self._belongs(max(end for _, end in groups[-1]), there[0]):
                groups[-1].append(there)
            else:
                groups.append([there])
        ends = [place for group in groups for place in self._one_place(group)]
        if covered < _ENOUGH and len(ends) == 1:
            ends = [self._with_the_rest(*ends[0])]
        if len(ends) == 1:
            ends = [self._whole_place(*ends[0])]
        spans = tuple([Span.of(self._other, start, end) for start, end in ends])
        return Projection(source, spans, published(min(piece.score for piece in pieces) * covered), label)

    def _whole_place(self, start: int, end: int) -> tuple[int, int]:
        """Return a place of the other text with the words beside it that only the other text has."""
        return (start, self._whole_name(start, end)) if self._side == "ja" else self._with_affixes(start, end)

    def _one_place(self, group: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the place from the first to the last of these with whole brackets; if it cuts a bracket, the places apart."""
        start, end = group[0][0], max(end for _, end in group)
        other_end = self._brackets
        while True:
            if start <= other_end.get(end, -1) < end:
                end += 1
            elif start <= other_end.get(start - 1, -1) < end:
                start -= 1
            else:
                break
        cut = any(not start <= other_end.get(k, k) < end for k in range(start, end))
        return group if cut else [(start, end)]

    @cached_property
    def _brackets(self) -> Mapping[int, int]:
        """Return the place of the other end of each closed bracket of the other text, by the places of both ends."""
        closed = [(bracket.begin - 1, bracket.end) for bracket in brackets(self._other) if bracket.closed]
        return {one: other for ends in closed for one, other in (ends, ends[::-1])}

    def _with_the_rest(self, start: int, end: int) -> tuple[int, int]:
        """Return a Japanese place with the one name or word beside it that no link has: メイ in メイ首相."""
        if self._side == "ja":
            return start, end
        for at, side in ((start, 1), (end, 0)):
            able = [place for place in self._stretches_at.get(at, ()) if place[side] == at]
            beside = [place for place in able if not any(self._told[k] for k in range(*place))]
            if beside:
                first, last = max(beside, key=lambda place: place[1] - place[0])
                rest = self._other[first:last]
                one = len(beside) == 1 or all_katakana(rest) or self._aligner.lexicon.words(rest)
                return (min(start, first), max(end, last)) if one else (start, end)
        return start, end

    def _with_affixes(self, start: int, end: int) -> tuple[int, int]:
        """Return a Japanese place with a prefix and a generic word that no link has: 純 in 純売上高, 地方 in カンブリア地方."""
        beside = self._stretches_at
        ahead = [first for first, last in beside.get(start, ()) if last == start and self._is_prefix(first, last)]
        behind = [last for first, last in beside.get(end, ()) if first == end and self._is_generic(first, last)]
        return min(ahead, default=start), max(behind, default=end)

    def _is_prefix(self, start: int, end: int) -> bool:
        return (start, end) in self._prefixes and start not in self._rendered

    def _is_generic(self, start: int, end: int) -> bool:
        word = self._other[start:end]
        return word in generic_phrases() and word not in titles() and self._rendered.isdisjoint(range(start, end))

    def _whole_name(self, start: int, end: int) -> int:
        """Return the end of an English name, including a last word that no link covers: *Alpenrich* AG."""
        english, told = self._english, self._words(start, end)
        i, j = told.start, told.stop
        words = zip(english.capitalised[i : j + 1], english.lexemes[i : j + 1], strict=True)
        named = j < len(english) and all(capital or lexeme.function for capital, lexeme in words)
        named = named and not english.in_title_case(i) and not is_personal_title(english.lexemes[j - 1].lower)
        if not named or not english.capitalised[j] or not english.tight[j - 1] or j in self._linked:
            return end
        return english.offsets(*whole_form(english, i, j + 1))[1]

    def _belongs(self, end: int, start: int) -> bool:
        """Return whether only function words, none of them linked, are between two places of the other text."""
        if start <= end:
            return True
        for k in range(bisect_left(self._theres, (end, end)), len(self._theres)):
            if self._theres[k][0] >= start:
                break
            if self._theres[k][1] <= start:
                return False
        between = self._other[end:start]
        if self._side == "ja":
            return _PARTING.isdisjoint(between) and all(word.function for word in EnglishText(between).lexemes)
        return between in _AND or (
            len(between) <= _A_WORD and all(is_hiragana(char) or not char.isalnum() for char in between)
        )

    def _unlinked(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the nouns and noun runs of a part of the Japanese text that no link covers, the closest to its middle."""
        first, last = (bisect_left(self._free, (at, at)) for at in (start, end))
        within = [place for place in self._free[first:last] if place[1] <= end]
        return within[nearest([at for at, _ in within], (start + end) / 2, _MOST_ASKED)]

    def _linked_only_with(self, mark: _Mark) -> list[tuple[int, int]]:
        """Return the nouns and noun runs that no link of other words covers than those that a span has a part of."""
        own = Counter(k for piece, _ in self._touching(mark.content) for k in range(piece.there.start, piece.there.end))
        near = {place for k in own for place in self._stretches_at.get(k, ())}
        return [place for place in sorted(near) if all(self._told[k] == own[k] for k in range(*place))][:_MOST_ASKED]

    @cached_property
    def _free(self) -> list[tuple[int, int]]:
        """Return the stretches that no link covers."""
        return [place for place in self._stretches if not any(self._told[k] for k in range(*place))]

    @cached_property
    def _told(self) -> Counter[int]:
        """Return the number of links that cover each code point of the other side."""
        return Counter(k for start, end in self._theres for k in range(start, end))

    @cached_property
    def _rendered(self) -> Set[int]:
        """Return the code points of the other side that a link without parts, or a part of a link, covers."""
        sides = (part for link in self._alignment.links for part in link.parts or (link,))
        there = (side.en if self._side == "ja" else side.ja for side in sides)
        return {k for span in there for k in range(span.start, span.end)}

    @cached_property
    def _japanese(self) -> JapaneseText:
        return JapaneseText(self._alignment.ja, self._aligner.lexicon)

    @cached_property
    def _stretches(self) -> list[tuple[int, int]]:
        """Return the nouns of the Japanese text and the runs of nouns, in order."""
        text = self._japanese
        return [
            text.offsets(a, b)
            for first, last in text.runs
            for a in range(first, last)
            for b in range(a + 1, min(last, a + 6) + 1)  # a noun run of six morphemes at most
        ]

    @cached_property
    def _prefixes(self) -> Set[tuple[int, int]]:
        """Return the places of the prefixes of the Japanese text."""
        return {(m.start, m.end) for m in self._japanese.raw_morphemes if m.pos.startswith(PREFIX)}

    @cached_property
    def _stretches_at(self) -> Mapping[int, Sequence[tuple[int, int]]]:
        """Return the stretches that begin or end at each code point."""
        found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for place in self._stretches:
            for at in place:
                found[at].append(place)
        return found


def _within(begin: int, stop: int, first: int, last: int) -> tuple[int, int]:
    """Return the part of ``begin:stop`` that is not too far from the code points ``first:last`` in it."""
    near = first - first % _FARTHEST - _FARTHEST, last - last % -_FARTHEST + _FARTHEST
    return max(begin, near[0]), min(stop, near[1])


def _prepositions(text: str) -> Set[str]:
    """Return the prepositions that may render the particles of a Japanese phrase, or its suffix."""
    found = JapaneseText(text).morphemes
    marks = [m.surface for m in found if m.pos.startswith("助詞")]
    marks += [m.surface for m in found[-1:] if m.pos.startswith(SUFFIX)]
    return frozenset().union(*[_LED_IN.get(mark, ()) for mark in marks])


def _without_doubles(pieces: list[_Piece]) -> list[_Piece]:
    """Return one piece for each span: preferably with an identical other side, otherwise with the longest one."""
    best: dict[tuple[int, int], _Piece] = {}
    for piece in sorted(
        pieces, key=lambda piece: (piece.there.text == piece.here.text, len(piece.there.text), piece.score)
    ):
        best[piece.here.start, piece.here.end] = piece
    return list(best.values())
