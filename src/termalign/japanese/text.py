"""A Japanese text, analysed once: folded text, morphemes and noun runs."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Set
from functools import cached_property
from itertools import pairwise
from operator import itemgetter

from termalign.japanese.fields import field_starts
from termalign.japanese.given_names import whole_given_names
from termalign.japanese.light_nouns import is_light, makes_adjective
from termalign.japanese.linked_names import with_linked_names
from termalign.japanese.listed_words import listed_words
from termalign.japanese.morpheme import Morpheme, adjacent
from termalign.japanese.read_along import read_along
from termalign.japanese.runs import is_noun_stem, noun_runs, trimmed
from termalign.japanese.same_name import one_sense
from termalign.japanese.tagger import cut_at, in_raw, morphemes
from termalign.lexicon.lexicon import Lexicon
from termalign.text import Normalised, markup_spans, normalise

_HELPING = "動詞-非自立可能"
_CASES = frozenset("はをがとやかも")
_DESCRIBING = ("形容詞", "形状詞", "副詞")
_STEMS = ("動詞", "形容詞")
_JOINTS = frozenset("・＝=")  # marks that only separate words
_PREDICATE = (
    "動詞-一般",
    "形容詞-一般",
    "副詞",
    "代名詞",
    "連体詞",
    "接続詞",
    "動詞-非自立可能",
    "形容詞-非自立可能",
    "感動詞",
)


class JapaneseText:
    """The morphemes of a Japanese text, with the runs that may be terms.

    Parameters
    ----------
    raw : str
        The caller's text.
    lexicon : Lexicon, optional
        If given, words take the readings that the text gives in brackets and as ruby (`termalign.japanese.read_along`), and
        nouns made of a verb (`termalign.japanese.listed_words`) and names with ノ (`termalign.japanese.linked_names`) are one
        morpheme.

    Attributes
    ----------
    text : str
        The folded text that morpheme offsets refer to; `folded.raw_span` maps them to `raw`.
    morphemes : list of Morpheme
        In order.

    Examples
    --------
    >>> ja = JapaneseText("警察庁は特殊詐欺を調べた。")
    >>> [ja.surface(a, b) for a, b in ja.runs]
    ['警察庁', '特殊詐欺']
    """

    def __init__(self, raw: str, lexicon: Lexicon | None = None) -> None:
        self.folded: Normalised = normalise(raw)
        self.raw = raw
        self.text = self.folded.text
        self._lexicon = lexicon
        found = morphemes(self.text)
        if lexicon is not None:
            found = with_linked_names(listed_words(found, lexicon), lexicon)
            found = whole_given_names(found, lexicon)
            found = read_along(found, self.text, lexicon, self.folded.ruby())
        self.morphemes: list[Morpheme] = one_sense(found)

    @cached_property
    def widths(self) -> list[int]:
        """The number of code points of each morpheme; 0 for a mark that only separates words (・)."""
        return [0 if m.surface in _JOINTS else m.end - m.start for m in self.morphemes]

    @cached_property
    def markup(self) -> frozenset[int]:
        """The morphemes that overlap markup, which is not part of the text's words."""
        return frozenset(k for span in markup_spans(self.text) for k in range(*self.covering(*span)))

    @cached_property
    def runs(self) -> list[tuple[int, int]]:
        """The noun runs outside markup, as half-open morpheme ranges ``a:b``."""
        found = [field for run in noun_runs(self.morphemes, self.text) for field in self._fields_of(*run)]
        return [piece for run in found for piece in self._outside_markup(*run)] if self.markup else found

    @cached_property
    def fields(self) -> Set[int]:
        """The morphemes that begin a field behind a space: シャープ |加湿器 |KI-PX75 (`termalign.japanese.fields`)."""
        return field_starts(self.morphemes, self.text, self._lexicon or Lexicon.default())

    def _fields_of(self, a: int, b: int) -> Iterator[tuple[int, int]]:
        """Yield the fields of the morphemes ``a:b``."""
        yield from pairwise([a, *[k for k in range(a + 1, b) if k in self.fields], b])

    def _outside_markup(self, a: int, b: int) -> Iterator[tuple[int, int]]:
        """Yield the parts of the morphemes ``a:b`` outside markup."""
        borders = [a - 1, *(k for k in range(a, b) if k in self.markup), b]
        pieces = (trimmed(self.morphemes, x + 1, y) for x, y in pairwise(borders))
        yield from (piece for piece in pieces if piece[0] < piece[1])

    @cached_property
    def run_spans(self) -> list[tuple[int, int]]:
        """The runs as half-open code point ranges of the folded text."""
        return [(self.morphemes[a].start, self.morphemes[b - 1].end) for a, b in self.runs]

    @cached_property
    def predicates(self) -> list[int]:
        """Positions of verbs, adjectives and adverbs with a meaning of their own; not する (整備*さ*れた, とし*た*)."""
        found = self.morphemes
        return [
            k
            for k, m in enumerate(found)
            if m.pos.startswith(_PREDICATE)
            and k not in self.markup
            and m.lemma != "為る"
            and not (k and _helps(m, found[k - 1]))
            and not (m.pos.startswith(_STEMS) and is_noun_stem(found, k))
        ]

    @property
    def raw_morphemes(self) -> list[Morpheme]:
        """The morphemes with offsets into `raw`."""
        return in_raw(self.morphemes, self.folded)

    def passage(self, a: int, b: int) -> "JapaneseText":
        """Return the morphemes ``a:b`` as a text of their own, with offsets from its beginning."""
        start, end = self.morphemes[a].start, self.morphemes[b - 1].end
        part = JapaneseText.__new__(JapaneseText)
        part._lexicon = self._lexicon
        part.folded = self.folded.part(start, end)
        part.raw, part.text = part.folded.raw, part.folded.text
        part.morphemes = [m._replace(start=m.start - start, end=m.end - start) for m in self.morphemes[a:b]]
        return part

    def is_light(self, start: int, end: int) -> bool:
        """Return whether the folded code points ``start:end`` say how, when or how much, not what.

        Such words are light nouns and adjectives.
        """
        found = self.range_at(start, end)
        return found is not None and self.are_light(*found)

    def are_light(self, a: int, b: int) -> bool:
        """Return whether the morphemes ``a:b`` are a light noun or an adjective."""
        return is_light(self.morphemes, a) if b == a + 1 else makes_adjective(self.morphemes, b)

    def run_around(self, a: int, b: int) -> tuple[int, int] | None:
        """Return the noun run that contains the morphemes ``a:b``; None if no single run does."""
        k = bisect_right(self.runs, a, key=itemgetter(0)) - 1
        return self.runs[k] if k >= 0 and b <= self.runs[k][1] else None

    def unmodified(self, start: int, end: int) -> bool:
        """Return whether English can have no modifier before its word for the noun at folded ``start:end``.

        True if nothing before the noun can modify it, and no adjective or adverb soon after it describes what is done to it.
        """
        found = self.range_at(start, end)
        if found is None:
            return False
        a, b = found
        if a and self.morphemes[a - 1].end == start and not _separates(self.morphemes[a - 1]):
            return False
        after = self.morphemes[b : b + 3]
        if after and after[0].start == end and after[0].pos.startswith(("名詞", "接尾辞")):
            return False
        return not any(m.pos.startswith(_DESCRIBING) for m in after)

    def cut_at(self, spans: Iterable[tuple[int, int]]) -> "JapaneseText":
        """Return the text with morphemes split at the ends of these code point spans of `text`.

        The pieces of a split morpheme are tagged again. If no end falls inside a morpheme, the text itself is returned.
        """
        borders = sorted({k for span in spans for k in span if self._is_inside(k)})
        if not borders:
            return self
        cut = JapaneseText.__new__(JapaneseText)
        cut._lexicon = self._lexicon
        cut.folded, cut.raw, cut.text, cut.morphemes = self.folded, self.raw, self.text, cut_at(self.morphemes, borders)
        return cut

    def _is_inside(self, k: int) -> bool:
        """Return whether a folded code point falls inside a morpheme, not at its beginning."""
        starts, ends = self._borders
        at = bisect_left(starts, k) - 1
        return at >= 0 and k < ends[at]

    def surface(self, a: int, b: int) -> str:
        """Return the folded text of the morphemes ``a:b``."""
        return self.text[self.morphemes[a].start : self.morphemes[b - 1].end]

    def offsets(self, a: int, b: int) -> tuple[int, int]:
        """Return the raw code points of the morphemes ``a:b``."""
        return self.folded.raw_span(self.morphemes[a].start, self.morphemes[b - 1].end)

    @cached_property
    def _borders(self) -> tuple[list[int], list[int]]:
        return [m.start for m in self.morphemes], [m.end for m in self.morphemes]

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """Return the morphemes that overlap the folded code points ``start:end``."""
        starts, ends = self._borders
        return bisect_right(ends, start), bisect_left(starts, end)

    def range_at(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the morphemes that cover the folded code points ``start:end`` exactly, or None."""
        starts, ends = self._borders
        a, b = bisect_left(starts, start), bisect_right(ends, end)
        if a < b and self.morphemes[a].start == start and self.morphemes[b - 1].end == end:
            return a, b
        return None


def _helps(m: Morpheme, before: Morpheme) -> bool:
    """Return whether a verb is only an auxiliary to the verb before it: 伝えて*おり*."""
    if not m.pos.startswith(_HELPING) or not adjacent(before, m):
        return False
    return before.surface in ("て", "で") and before.pos.startswith("助詞-接続助詞")


def _separates(m: Morpheme) -> bool:
    """Return whether a morpheme ends the phrase before it, so that nothing in that phrase modifies the next noun."""
    return m.surface in _CASES or m.pos.startswith(("接続詞", "補助記号"))
