"""What speaks for a cell by itself: what was found there, what was found elsewhere for its tokens, and how alike the two mean."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from termalign.decide.setting import named
from termalign.decide.weights import chance
from termalign.evidence.bitext import Bitext
from termalign.evidence.embedding import code, likeness
from termalign.evidence.term import Term
from termalign.evidence.term_cache import TermCache
from termalign.kana import is_kanji
from termalign.kinds.meanings import heads, sense_code
from termalign.propose.candidate import Candidate
from termalign.propose.grid import Cell, Column, Grid, Piece

_NOTHING = -4.0  # log odds where nothing was found
_BEATEN_BY = 4.0  # log odds: by more is no more beaten
_FALL = 0.2  # what each sense further down counts less
_SHORTEST = 2  # letters of a reading that is looked for within a word
#: What of a candidate's own features a cell goes by, for predicates and for nouns apart.
_OF_ITS_CANDIDATE = tuple(
    [f"gloss {name}" for name in ("share", "lemma", "first sense", "full", "sense", "several", "common", "gap")]
    + ["related", "related by gloss", "related by characters", "related alike"]
)


def by_itself(grid: Grid, links: Iterable[Candidate], bitext: Bitext, terms: TermCache) -> None:
    """Work out the features of every cell.

    Parameters
    ----------
    links : iterable of Candidate
        What the choice among the terms of the text gave.
    bitext : Bitext
        The English.
    terms : TermCache
        Headwords that are known already.
    """
    linked = _linked(grid, links)
    rivals = _Rivals(grid)
    meant = _Meant(grid, bitext, terms)
    places = _Places(grid)
    linked_rows, linked_columns = {i for i, _ in linked}, {j for _, j in linked}
    for cell in grid.cells.values():
        f = cell.features
        row, column = cell.row, cell.column
        f["bias"] = 1.0
        f[named("row", row.sort)] = f[named("column", column.sort)] = f[named(row.sort, column.sort)] = 1.0
        if len(row.form) == 1:
            f["one character"] = 1.0
        places.describe(cell)
        if cell.pieces:
            _found(cell, cell.pieces[0], grid)
        else:
            f["nothing"] = f[named("nothing", row.sort)] = f[named("nothing", column.sort)] = 1.0
            f["nothing off place"] = f["off place"]
        rivals.describe(cell)
        if cell.place in linked:
            how, sure = linked[cell.place]
            f[how], f[named(how, "chance")] = 1.0, sure
            f[named(how, "nothing")] = float(not cell.pieces)
        else:
            f["row linked elsewhere"] = float(row.at in linked_rows)
            f["column linked elsewhere"] = float(column.at in linked_columns)
        meant.describe(cell)
    meant.likest()


def _found(cell: Cell, best: Piece, grid: Grid) -> None:
    """What the likeliest piece says, and how fine it is."""
    f, group = cell.features, cell.row.group
    odds = max(_NOTHING, best.odds)
    rows = sum(i in grid.rows for i in best.rows)
    columns = sum(j in grid.columns and grid.columns[j].sort != "small word" for j in best.columns)
    f["found"] = f[best.kind] = 1.0
    f["odds"] = f[named(group, "odds")] = f[named(best.kind, "odds")] = odds
    f["odds squared"] = odds * odds / 10
    f["rows"], f["columns"] = math.log(max(1, rows)), math.log(max(1, columns))
    f["block"] = float(rows > 1 and columns > 1)
    f["found of a part"] = float(not best.whole)
    f["small word within"] = float(cell.column.sort == "small word" and len(best.columns) > 1)
    f["kinds"] = float(len({p.kind for p in cell.pieces}) - 1)
    fine = [p.odds for p in cell.pieces if len(p.rows) == len(p.columns) == 1]
    f["fine odds"] = max(fine, default=_NOTHING) - _NOTHING
    for name in _OF_ITS_CANDIDATE:
        value = best.features.get(name)
        if value:
            f[named(group, name)] = value


def _linked(grid: Grid, links: Iterable[Candidate]) -> dict[tuple[int, int], tuple[str, float]]:
    """The cells that links of terms cover: whether by a part, or by what their parts leave over; and how sure they are."""
    found: dict[tuple[int, int], tuple[str, float]] = {}
    for c in links:
        parts = [(grid.rows_at(p.a, p.b), grid.columns_at(p.i, p.j)) for p in c.parts]
        for i in grid.rows_at(c.a, c.b):
            for j in grid.columns_at(c.i, c.j):
                found[i, j] = _how(i, j, parts), chance(c.odds)
    return found


def _how(i: int, j: int, parts: Sequence[tuple[range, range]]) -> str:
    if not parts:
        return "link"
    if any(i in rows and j in columns for rows, columns in parts):
        return "link part"
    row, column = any(i in rows for rows, _ in parts), any(j in columns for _, columns in parts)
    if row and column:
        return "link other part"
    return "link column left over" if row else "link row left over" if column else "link left over"


class _Places:
    """Where the two tokens stand in their texts, and among those of the same word."""

    def __init__(self, grid: Grid) -> None:
        self.ja, self.en = grid.ja, grid.en
        self.rows: defaultdict[str, list[int]] = defaultdict(list)
        self.columns: defaultdict[str, list[int]] = defaultdict(list)
        for row in grid.rows.values():
            self.rows[row.form].append(row.at)
        for column in grid.columns.values():
            self.columns[column.lemma].append(column.at)

    def describe(self, cell: Cell) -> None:
        f, ja, en = cell.features, self.ja, self.en
        i, j = cell.place
        at_ja = (ja.starts[i] + ja.ends[i]) / 2 / len(ja.text)
        at_en = (en.starts[j] + en.ends[j]) / 2 / len(en.text)
        f["off place"] = abs(at_ja - at_en)
        rows, columns = self.rows[cell.row.form], self.columns[cell.column.lemma]
        f["repeated row"], f["repeated column"] = math.log(len(rows)), math.log(len(columns))
        if len(rows) > 1 or len(columns) > 1:
            m, n = rows.index(i), columns.index(j)
            f["off place among the same"] = abs((m + 0.5) / len(rows) - (n + 0.5) / len(columns))
            if len(rows) == len(columns):
                f["same place of as many"], f["other place of as many"] = float(m == n), float(m != n)


class _Rivals:
    """What was found for the row at other columns, and for the column at other rows."""

    def __init__(self, grid: Grid) -> None:
        self.rows: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        self.columns: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        for (i, j), cell in grid.cells.items():
            if cell.pieces:
                self.rows[i].append((cell.pieces[0].odds, j))
                self.columns[j].append((cell.pieces[0].odds, i))

    def describe(self, cell: Cell) -> None:
        i, j = cell.place
        best = cell.pieces[0] if cell.pieces else None
        odds = max(_NOTHING, best.odds) if best else _NOTHING
        own_columns, own_rows = (best.columns, best.rows) if best else ((j,), (i,))
        for name, rivals, own in (("row", self.rows[i], own_columns), ("column", self.columns[j], own_rows)):
            rival = max([x for x, k in rivals if k not in own], default=_NOTHING)
            cell.features[named(name, "rival")] = max(_NOTHING, rival)
            cell.features[named("beaten in", name)] = max(0.0, rival - odds)
            cell.features[named("beats", name)] = max(0.0, min(_BEATEN_BY, odds - rival))


@dataclass(frozen=True, slots=True)
class _Sense:
    """What is known of what a morpheme means."""

    meaning: int | None
    related: Mapping[str, float]
    compounds: Mapping[str, float]
    characters: Mapping[str, str]
    readings: Sequence[str]


def _sense(term: Term, bitext: Bitext, terms: TermCache) -> _Sense:
    related: dict[str, float] = {}
    for n, head in enumerate(heads(term)):
        for stem, weight in bitext.related(head):
            related[stem] = related.get(stem, 0.0) + weight / (1 + _FALL * n)
    compounds: dict[str, float] = {}
    for character in term.kanji:
        for stem, share in bitext.meant(character):
            compounds[stem] = max(share, compounds.get(stem, 0.0))
    characters: dict[str, str] = {}
    if len(term.surface) > 1:
        for character in filter(is_kanji, term.surface):
            place = "last" if character == term.surface[-1] else "first"
            characters.update(dict.fromkeys(terms.said_last(character), place))
    return _Sense(sense_code(term), related, compounds, characters, [key for key in term.keys if len(key) >= _SHORTEST])


class _Meant:
    """How near what the two tokens mean is, whether a dictionary says so or not."""

    def __init__(self, grid: Grid, bitext: Bitext, terms: TermCache) -> None:
        self.grid, self.english = grid, bitext.english
        self.codes = [None if x.function else code(x.stem) for x in self.english.lexemes]
        self.senses = {
            k: _sense(terms.at(grid.text, k, k + 1), bitext, terms) for row in grid.rows.values() for k in row.morphemes
        }
        self.alike: dict[tuple[int, int], float] = {}

    def describe(self, cell: Cell) -> None:
        f, group = cell.features, cell.row.group
        senses = [self.senses[k] for k in cell.row.morphemes]
        stems = [self.english.stems[w] for w in cell.column.words]
        codes = [self.codes[w] for w in cell.column.words]
        alike = max(
            [likeness(s.meaning, bits) for s in senses for bits in codes if s.meaning is not None and bits is not None],
            default=0.0,
        )
        if alike:
            self.alike[cell.place] = f[named(group, "alike")] = alike
            f["alike squared"] = alike * alike
        for name, of in (
            ("related", [s.related.get(stem, 0.0) for s in senses for stem in stems]),
            ("said in compounds", [s.compounds.get(stem, 0.0) for s in senses for stem in stems]),
        ):
            if any(of):
                f[name] = f[named(group, name)] = min(1.0, max(of))
        known = "found" if cell.pieces else "alone"
        said = next((s.characters[stem] for s in senses for stem in stems if stem in s.characters), None)
        if said:
            name = named("character", said)
            f[name] = f[named(group, name)] = f[named(name, known)] = 1.0
        spelled = self._spelled(senses, cell.column)
        if spelled:
            f["spelled within"] = f[named("spelled within", known)] = spelled

    def _spelled(self, senses: Sequence[_Sense], column: Column) -> float:
        """How much of a word that no dictionary has is a reading of the Japanese."""
        best = 0.0
        for x in [self.english.lexemes[w] for w in column.words]:
            if not x.known:
                for key in [key for s in senses for key in s.readings if key in x.plain]:
                    at_an_end = x.plain.startswith(key) or x.plain.endswith(key)
                    best = max(best, len(key) / len(x.plain) + 0.1 * at_an_end)
        return best

    def likest(self) -> None:
        """Say of each cell whether no other of its row, or of its column, is as alike."""
        in_row: defaultdict[int, list[float]] = defaultdict(list)
        in_column: defaultdict[int, list[float]] = defaultdict(list)
        for (i, j), alike in self.alike.items():
            in_row[i].append(alike)
            in_column[j].append(alike)
        for (i, j), alike in self.alike.items():
            f = self.grid.cells[i, j].features
            first = [name for name, of in (("row", in_row[i]), ("column", in_column[j])) if alike == max(of)]
            for name in (*first, *(["both"] if len(first) > 1 else [])):
                f[named("likest in", name)] = alike
