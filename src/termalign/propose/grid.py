"""The grid of the content tokens of two texts: a row for each Japanese token, a column for each English token."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from termalign.english.function_words import ARTICLES, AUXILIARIES, CONJUNCTIONS, PRONOUNS
from termalign.japanese.morpheme import NAME, NUMERAL, PLACE, SUFFIX, Morpheme
from termalign.japanese.text import JapaneseText
from termalign.kinds.kind import Features
from termalign.propose.candidate import Candidate
from termalign.quantities.english_dates import MONTHS
from termalign.tokens import Tokens, entry

_EMPTY = ("助詞", "助動詞", "補助記号", "記号", "空白")  # parts of speech without a meaning of their own
_VERB = "動詞"  # outside predicates it only turns a noun into a verb, or helps a verb: 整備*さ*れた, 伝えて*おり*
_MARKS = frozenset(",.，．・:/")  # inside a number
_NEVER_ALONE = ARTICLES | AUXILIARIES | CONJUNCTIONS | PRONOUNS | {"of", "to", "not", "no", "'s", "s"}
_SMALL = "small word"
_NEAR = 12  # tokens: how far a cell without evidence may be from the position that the order suggests
#: The sort of row for each beginning of a part-of-speech tag.
_SORTS = (
    (PLACE, "place"),
    (NAME, "name"),
    (NUMERAL, "number"),
    ("名詞-普通名詞-助数詞", "counter"),
    ("名詞-普通名詞-サ変", "verbal noun"),
    ("名詞-普通名詞-副詞", "adverbial noun"),
    ("名詞-普通名詞-形状", "adjectival noun"),
    ("名詞", "noun"),
    ("接尾辞-名詞的-助数詞", "counter"),
    (SUFFIX, "suffix"),
    ("接頭辞", "prefix"),
    ("動詞-非自立", "light verb"),
    ("動詞", "verb"),
    ("形容詞", "adjective"),
    ("形状詞", "adjectival noun"),
    ("副詞", "adverb"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A Japanese content token.

    ``at`` is its position among all tokens. ``morphemes`` are the content morphemes that share a character with it, and
    ``sort`` is the sort of the last one (``noun``, ``verb``, ``suffix``, ``counter`` …). ``group`` is ``predicate`` for
    verbs, adjectives and adverbs, otherwise ``noun``. ``run`` is its noun run, or a unique number outside runs.
    """

    at: int
    form: str
    morphemes: tuple[int, ...]
    sort: str
    group: str
    run: int


@dataclass(frozen=True, slots=True)
class Column:
    """An English token that may have a meaning of its own.

    ``at`` is its position among all tokens, and ``words`` are the words of the text that share a character with it.
    ``sort`` is ``word``, ``plural``, ``past``, ``gerund``, ``figure``, ``month``, ``unknown word`` or ``small word``.
    """

    at: int
    form: str
    words: tuple[int, ...]
    sort: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Japanese tokens and the English tokens that may render them: a candidate, or one of the parts found in it.

    ``odds`` and ``features`` are those of the candidate, ``kind`` is the kind of evidence that found the piece, and
    ``whole`` says whether the piece is the whole candidate.
    """

    rows: range
    columns: range
    odds: float
    kind: str
    features: Features
    whole: bool


@dataclass(slots=True, eq=False)
class Cell:
    """A row and a column, which may render each other.

    ``pieces`` cover both tokens, best first. ``odds`` are the log odds that the tokens render each other, from the
    latest judgement.
    """

    row: Row
    column: Column
    pieces: Sequence[Piece] = ()
    features: Features = field(default_factory=dict)
    odds: float = 0.0

    @property
    def place(self) -> tuple[int, int]:
        """Return the positions of the two tokens."""
        return self.row.at, self.column.at


class Grid:
    """The cells of two texts: rows and columns by position, and the cells made so far by position.

    ``text`` is the analysed ``ja.text``, ``words`` has the code points of the English words that candidates are made
    of, and ``runs`` are the noun runs.
    """

    def __init__(
        self,
        ja: Tokens,
        en: Tokens,
        text: JapaneseText,
        words: Sequence[tuple[int, int]],
        runs: Sequence[tuple[int, int]],
    ) -> None:
        self.ja, self.en, self.text = ja, en, text
        self._rows_of = [ja.between(m.start, m.end) for m in text.raw_morphemes]
        self._columns_of = [en.between(start, end) for start, end in words]
        self.rows = _rows(ja, text, self._rows_of, runs)
        self.columns = _columns(en, self._columns_of)
        self.cells: dict[tuple[int, int], Cell] = {}
        self._able = {j for j, c in self.columns.items() if c.sort != _SMALL or c.form.lower() not in _NEVER_ALONE}

    def fill(self, candidates: Iterable[Candidate]) -> None:
        """Make the cells that candidates cover, each with the pieces of these candidates, best first."""
        covering: defaultdict[tuple[int, int], list[Piece]] = defaultdict(list)
        for c in candidates:
            for piece in self._pieces(c):
                if len(piece.columns) == 1:
                    self._able.update(j for j in piece.columns if j in self.columns)
                for i in piece.rows:
                    for j in piece.columns:
                        covering[i, j].append(piece)
        for (i, j), pieces in covering.items():
            cell = self.cell(i, j)
            if cell is not None:
                cell.pieces = sorted(pieces, key=lambda p: -p.odds)

    def fill_near(self, rows: Container[int], columns: Container[int]) -> None:
        """Make the cells near the position that the order of the texts suggests.

        ``rows`` and ``columns`` are tokens that already have a rendering; a cell of two such tokens is not made.
        """
        able = sorted(self._able)
        for i in self.rows:
            middle = self.ja.middle(i) * len(self.en.starts)
            for j in able[bisect_left(able, middle - _NEAR) : bisect_right(able, middle + _NEAR)]:
                if i not in rows or j not in columns:
                    self.cell(i, j)

    def cell(self, i: int, j: int) -> Cell | None:
        """Return the cell of two tokens, made if it is not there yet, or None if either token has no meaning of its own."""
        found = self.cells.get((i, j))
        if found is None and i in self.rows and j in self._able:
            found = self.cells[i, j] = Cell(self.rows[i], self.columns[j])
        return found

    def rows_at(self, a: int, b: int) -> range:
        """Return the Japanese tokens of the morphemes ``a:b``."""
        return range(self._rows_of[a].start, self._rows_of[b - 1].stop)

    def columns_at(self, i: int, j: int) -> range:
        """Return the English tokens of the words ``i:j``."""
        return range(self._columns_of[i].start, self._columns_of[j - 1].stop)

    def _pieces(self, c: Candidate) -> Iterator[Piece]:
        """Yield a candidate and the parts that it was found by."""
        yield Piece(self.rows_at(c.a, c.b), self.columns_at(c.i, c.j), c.odds, c.kind, c.features, True)
        base = self.text.morphemes[c.a].start
        for start, end, i, j, kind in c.findings[0].parts if c.findings else ():
            rows = self.ja.between(*self.text.folded.raw_span(base + start, base + end))
            yield Piece(rows, self.columns_at(i, j), c.odds, kind, c.features, False)


def meaningful(text: JapaneseText, runs: Sequence[tuple[int, int]]) -> list[int]:
    """Return the content morphemes: those in noun runs, predicates, and all others except particles, marks and verbs."""
    able = {k for a, b in runs for k in range(a, b)} | set(text.predicates)
    return [
        k
        for k, m in enumerate(text.morphemes)
        if not m.pos.startswith(_EMPTY) and k not in text.markup and (k in able or not m.pos.startswith(_VERB))
    ]


def _rows(ja: Tokens, text: JapaneseText, rows_of: Sequence[range], runs: Sequence[tuple[int, int]]) -> dict[int, Row]:
    morphemes: defaultdict[int, list[int]] = defaultdict(list)
    predicates = frozenset(text.predicates)
    for k in meaningful(text, runs):
        for i in rows_of[k]:
            morphemes[i].append(k)
    run_of = {k: n for n, (a, b) in enumerate(runs) for k in range(a, b)}
    return {
        i: Row(
            i,
            ja.form(i),
            tuple(own),
            _sort(text.morphemes[own[-1]]),
            "noun" if predicates.isdisjoint(own) else "predicate",
            run_of.get(own[-1], -1 - i),
        )
        for i, own in sorted(morphemes.items())
        if ja.form(i) not in _MARKS and any(map(str.isprintable, ja.form(i)))
    }


def _sort(m: Morpheme) -> str:
    if m.surface.isascii():
        return "number" if m.surface[:1].isdigit() else "latin"
    return next((sort for begins, sort in _SORTS if m.pos.startswith(begins)), "other word")


def _columns(en: Tokens, columns_of: Sequence[range]) -> dict[int, Column]:
    words: defaultdict[int, list[int]] = defaultdict(list)
    for k, columns in enumerate(columns_of):
        for j in columns:
            if any(map(str.isalnum, en.form(j))):
                words[j].append(k)
    return {j: Column(j, en.form(j), tuple(own), *_looks(en.form(j))) for j, own in sorted(words.items())}


def _looks(form: str) -> tuple[str, str]:
    """Return the sort of column for a token, and its lemma."""
    x = entry(form)
    if form.replace(",", "").replace(".", "").isdecimal():
        return "figure", x.lemma
    if x.lower in MONTHS:
        return "month", x.lemma
    if x.function:
        return _SMALL, x.lemma
    if not x.known:
        return "unknown word", x.lemma
    inflected = "gerund" if x.gerund else "past" if x.past else "plural" if x.inflected else "word"
    return inflected, x.lemma
