"""Spans carried across an alignment: what is marked in one text, marked in the other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal, NamedTuple

from termalign.aligner import Aligner
from termalign.alignment import Alignment
from termalign.arguments import marked_spans
from termalign.english import EnglishText
from termalign.english.personal_titles import is_personal_title
from termalign.functions import default_aligner
from termalign.japanese.text import JapaneseText
from termalign.kana import is_hiragana, is_japanese
from termalign.model import Link, Part, Span

Side = Literal["ja", "en"]
MarkedSpan = Span | tuple[int, int] | tuple[int, int, str]
"""A span to carry across: itself, its code points, or its code points and a label."""

_ENOUGH = 0.99  # of a span's words: what is accounted for less is asked for anew
_HALF = 0.5  # of what a link and a span have together
# What parts two names, and what joins the parts of one.
_PARTING = frozenset("\n,;:.()")
_AND = frozenset({"及び", "並びに", "又は", "若しくは"})
# Characters: 近郊 of ジュネーブ近郊 is a word that no part of the link has, 所 of 地質調査所 is none.
_A_WORD = 2
_LONGEST = 6  # morphemes of what is asked for
_MOST_ASKED = 200  # stretches of a text


@dataclass(frozen=True, slots=True)
class Projection:
    """A marked span and what stands for it on the other side.

    Attributes
    ----------
    source : Span
        What was marked.
    spans : tuple of Span
        What stands for it, in the order of the other text: usually one; several where words of others stand between.
    score : float
        The chance that this is right, in (0, 1].
    label : str
        What the span was marked as, or ``""``.

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
    label: str = ""


def project(
    alignment: Alignment, spans: Iterable[MarkedSpan], *, side: Side = "ja", aligner: Aligner | None = None
) -> list[Projection | None]:
    """Carry marked spans, such as named entities, to the other text.

    A span that is a link, or a part of one, takes the other side of it. A span that fills several takes theirs together, with
    the little words between them. The aligner is also asked for a span by itself, and the likelier answer counts.

    Parameters
    ----------
    alignment : Alignment
        Of a text and its translation.
    spans : iterable of Span, (start, end) or (start, end, label)
        Code points of the side that they are marked on, half-open; they may overlap.
    side : {"ja", "en"}
        The text that they are marked in.
    aligner : Aligner, optional
        What is asked where the links do not say; one with the usual settings if not given.

    Returns
    -------
    list of Projection or None
        One for each span, in order; None where nothing stands for it.

    Raises
    ------
    TypeError, ValueError
        If a span is none, or outside the text; the message says which, counting from 0.

    Notes
    -----
    The idea of annotation projection is D. Yarowsky, G. Ngai and R. Wicentowski's ("Inducing multilingual text analysis tools via
    robust projection across aligned corpora", HLT 2001). What it does not take: the pronoun that stands for a name
    (*he*), and words that only one of the two texts has.

    Examples
    --------
    >>> from termalign import align
    >>> found = align("桜島が噴火した。", "Mt. Sakurajima erupted.")
    >>> [(p.spans[0].text, p.label) for p in project(found, [(4, 14, "LOC")], side="en")]
    [('桜島', 'LOC')]
    >>> project(found, [(0, 3)], side="en")
    [None]
    """
    if side not in ("ja", "en"):
        raise ValueError(f"side must be 'ja' or 'en', not {side!r}")
    text = alignment.ja if side == "ja" else alignment.en
    marked = [(Span.of(text, start, end), label) for start, end, label in marked_spans(text, spans)]
    across = _Across(alignment, side, aligner or default_aligner())
    if side == "ja":
        across.ask([(span.start, span.end) for span, _ in marked])
    return [across.projection(span, label) for span, label in marked]


class _Piece(NamedTuple):
    """A link or a part of one: its two spans, here the side that is marked, and the link's score."""

    here: Span
    there: Span
    score: float


class _Across:
    """An alignment as seen from one side."""

    def __init__(self, alignment: Alignment, side: Side, aligner: Aligner) -> None:
        self._alignment = alignment
        self._aligner = aligner
        self._asked: list[_Piece] = []
        self._side = side
        self._other = alignment.en if side == "ja" else alignment.ja
        self._english = EnglishText(alignment.en)
        self._links = [(self._whole(link), link.parts) for link in alignment.links]
        self._linked = {
            k
            for link in alignment.links
            for k in range(*self._english.words_in(*self._english.folded.folded_span(link.en.start, link.en.end)))
        }

    def _piece(self, found: Link | Part, score: float) -> _Piece:
        return _Piece(found.ja, found.en, score) if self._side == "ja" else _Piece(found.en, found.ja, score)

    def _whole(self, link: Link) -> _Piece:
        """A link; where its parts stand for all words of this side, and leave a word at the end of the other, without that."""
        piece = self._piece(link, link.score)
        parts = [self._piece(part, link.score) for part in link.parts]
        told = {k for part in parts for k in range(part.here.start, part.here.end)}
        if not parts or not self._content(piece.here) <= told:
            return piece
        end = max(part.there.end for part in parts)
        if piece.there.end - end < _A_WORD:
            return piece
        text = self._alignment.en if self._side == "ja" else self._alignment.ja
        return piece._replace(there=Span.of(text, piece.there.start, end))

    def ask(self, terms: Sequence[tuple[int, int]]) -> None:
        """Have the aligner look for these Japanese terms by themselves."""
        found = self._aligner.align(self._alignment.ja, self._alignment.en, terms=terms) if terms else ()
        self._asked = [self._piece(link, link.score) for link in found]

    def projection(self, source: Span, label: str) -> Projection | None:
        """What stands for a span: what the links say, or what the aligner says of it by itself, whichever is likelier."""
        wanted = self._content(source)
        if not wanted:
            return None
        pieces = self._pieces(wanted)
        covered = len(wanted & {k for piece in pieces for k in range(piece.here.start, piece.here.end)}) / len(wanted)
        found = self._joined(pieces, covered, source, label) if pieces else None
        if self._side == "en":
            if found is not None and covered >= _ENOUGH and not self._is_other_script(found):
                return found
            self.ask(self._unlinked(wanted))
        asked = self._answer(source, wanted, label)
        if asked is not None and (found is None or asked.score > found.score or self._is_other_script(found)):
            return asked
        return found or self._overlapping(source, wanted, label)

    def _is_other_script(self, found: Projection) -> bool:
        """Whether an English span has come to other Latin letters; Japanese may say it in its own: 国際通貨基金（IMF）."""
        there = "".join(span.text for span in found.spans)
        return self._side == "en" and there != found.source.text and not any(map(is_japanese, there))

    def _answer(self, source: Span, wanted: set[int], label: str) -> Projection | None:
        """The likeliest of what the aligner was asked for that stands for the span."""
        fitting = [piece for piece in self._asked if self._content(piece.here) == wanted]
        if not fitting:
            return None
        in_japanese = [piece for piece in fitting if any(map(is_japanese, piece.there.text))]
        best = max(in_japanese or fitting, key=attrgetter("score"))
        there = best.there
        if self._side == "ja":
            there = Span.of(self._other, there.start, self._whole_name(there.start, there.end))
        return Projection(source, (there,), best.score, label)

    def _overlapping(self, source: Span, wanted: set[int], label: str) -> Projection | None:
        """The link that the span shares most with, if it is more than half of both together."""
        best: Projection | None = None
        for piece, _ in self._links:
            here = self._content(piece.here)
            shared = len(here & wanted) / len(here | wanted)
            score = piece.score * shared
            if shared > _HALF and (best is None or score > best.score):
                best = Projection(source, (piece.there,), score, label)
        return best

    def _content(self, span: Span) -> set[int]:
        """The code points that something must stand for: of words that mean something, or Japanese but for hiragana."""
        if self._side == "ja":
            kept = {k for k in range(span.start, span.end) if self._alignment.ja[k].isalnum()}
            return {k for k in kept if not is_hiragana(self._alignment.ja[k])} or kept
        english = self._english
        i, j = english.words_in(*english.folded.folded_span(span.start, span.end))
        told = [k for k in range(i, j) if not english.lexemes[k].function] or range(i, j)
        places = (english.folded.raw_span(english.starts[k], english.ends[k]) for k in told)
        return {k for start, end in places for k in range(max(start, span.start), min(end, span.end))}

    def _pieces(self, wanted: set[int]) -> list[_Piece]:
        """The links within a span, and the parts of those that reach beyond it."""
        found: list[_Piece] = []
        for piece, parts in self._links:
            if self._content(piece.here) <= wanted:
                found.append(piece)
            elif not wanted.isdisjoint(range(piece.here.start, piece.here.end)):
                inner = (self._piece(part, piece.score) for part in parts)
                found += [part for part in inner if self._content(part.here) <= wanted]
        return _without_doubles(found)

    def _joined(self, pieces: Sequence[_Piece], covered: float, source: Span, label: str) -> Projection:
        """The other sides of the pieces, those together that only little words part."""
        ends: list[list[int]] = []
        for there in sorted((piece.there for piece in pieces), key=attrgetter("start")):
            if ends and self._belongs(ends[-1][1], there.start):
                ends[-1][1] = max(ends[-1][1], there.end)
            else:
                ends.append([there.start, there.end])
        if self._side == "ja" and len(ends) == 1:
            ends[0][1] = self._whole_name(*ends[0])
        spans = tuple([Span.of(self._other, start, end) for start, end in ends])
        return Projection(source, spans, min(piece.score for piece in pieces) * covered, label)

    def _whole_name(self, start: int, end: int) -> int:
        """Where a name ends at these code points of the English, with a last word that no link has: *Alpenrich* AG."""
        english = self._english
        i, j = english.words_in(*english.folded.folded_span(start, end))
        words = zip(english.capitalised[i : j + 1], english.lexemes[i : j + 1], strict=True)
        named = j < len(english) and all(capital or lexeme.function for capital, lexeme in words)
        named = named and not is_personal_title(english.lexemes[j - 1].lower)
        if not named or not english.capitalised[j] or not english.tight[j - 1] or j in self._linked:
            return end
        return english.offsets(i, j + 1)[1]

    def _belongs(self, end: int, start: int) -> bool:
        """Whether what stands between two places of the other text holds them together: little words, and no link's."""
        if start <= end:
            return True
        if any(end <= piece.there.start and piece.there.end <= start for piece, _ in self._links):
            return False
        between = self._other[end:start]
        if self._side == "ja":
            return _PARTING.isdisjoint(between) and all(word.function for word in EnglishText(between).lexemes)
        return between in _AND or (
            len(between) <= _A_WORD and all(is_hiragana(char) or not char.isalnum() for char in between)
        )

    def _unlinked(self, wanted: set[int]) -> list[tuple[int, int]]:
        """The nouns, and runs of them, that no link of other words has: each may be what the span stands for."""
        text = JapaneseText(self._alignment.ja, self._aligner.lexicon)
        others = {
            k
            for piece, _ in self._links
            if wanted.isdisjoint(range(piece.here.start, piece.here.end))
            for k in range(piece.there.start, piece.there.end)
        }
        places = (
            text.offsets(a, b)
            for first, last in text.runs
            for a in range(first, last)
            for b in range(a + 1, min(last, a + _LONGEST) + 1)
        )
        return [(start, end) for start, end in places if others.isdisjoint(range(start, end))][:_MOST_ASKED]


def _without_doubles(pieces: list[_Piece]) -> list[_Piece]:
    """The pieces; of those that stand for the same words the one that says just that, else the one that says it in full."""
    best: dict[tuple[int, int], _Piece] = {}
    for piece in sorted(
        pieces, key=lambda piece: (piece.there.text == piece.here.text, len(piece.there.text), piece.score)
    ):
        best[piece.here.start, piece.here.end] = piece
    return list(best.values())
