"""Long documents: sentence pairs joined to one text and one translation, whole and disturbed, and how time follows length."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from benchmarks.data import Folder, Pair
from benchmarks.measures.links import Counts, Match
from benchmarks.measures.speed import seconds
from benchmarks.memory import peak
from benchmarks.report import Cell, Measure, Report, Table
from termalign import Aligner

_JOINED = (10, 35, 70)
_DISTURBED = 70
_SENTENCES = (1, 5, 20, 80, 320, 1000)
_ENOUGH = 10.0  # seconds a document
_MATCHES: tuple[Match, ...] = ("strict", "loose")

Order = Callable[[int], list[int]]


class Disturbance(NamedTuple):
    """What happens to a document of so many pairs: which sentences are left on each side, and in which order."""

    name: str
    ja: Order
    en: Order
    line: str = "\n"  # what parts the sentences


def _all(n: int) -> list[int]:
    return list(range(n))


def _nine_of_ten(n: int) -> list[int]:
    return [k for k in range(n) if k % 10 != 4]


def _changed_places(n: int) -> list[int]:
    """The first two of every four sentences."""
    order = _all(n)
    for k in range(0, n - 1, 4):
        order[k : k + 2] = [k + 1, k]
    return order


def _without_a_stretch(n: int) -> list[int]:
    """Without 20 sentences that begin after a third."""
    return [k for k in range(n) if not n // 3 <= k < n // 3 + 20]


def _last_first(n: int) -> list[int]:
    """The last ten sentences before the others."""
    return [*range(max(0, n - 10), n), *range(max(0, n - 10))]


_AS_IT_IS = Disturbance("as it is", _all, _all)
_DISTURBANCES = (
    Disturbance("on one line", _all, _all, ""),
    Disturbance("one English sentence of ten left out", _all, _nine_of_ten),
    Disturbance("one Japanese sentence of ten left out", _nine_of_ten, _all),
    Disturbance("neighbours change places", _all, _changed_places),
    Disturbance("20 English sentences left out", _all, _without_a_stretch),
    Disturbance("20 Japanese sentences left out", _without_a_stretch, _all),
    Disturbance("the last ten English sentences come first", _all, _last_first),
)


def run(folder: Folder, limit: int) -> Report:
    """At most `limit` annotated pairs, and twice as many sentences of running text."""
    figures: dict[str, float] = {}
    tables = [accuracy(folder.news()[:limit], figures), time(folder, limit, figures)]
    figures["rss_mb"] = peak()
    return Report(figures, tables)


def accuracy(pairs: Sequence[Pair], figures: dict[str, float]) -> Table:
    """What is lost where pairs are joined to documents, against the same pairs one by one."""
    aligner = Aligner()
    rows: list[tuple[Cell, ...]] = []
    whole = [(size, _AS_IT_IS) for size in _JOINED if size == _JOINED[0] or size <= len(pairs)]
    for size, how in (*whole, *((_DISTURBED, each) for each in _DISTURBANCES)):
        joined, apart = Counts(), Counts()
        for k in range(0, len(pairs), size):
            document = disturbed(pairs[k : k + size], how)
            joined.add(document, aligner.align(document.ja, document.en).links)
            for pair in kept(pairs[k : k + size], how):
                apart.add(pair, aligner.align(pair.ja, pair.en).links)
        row: list[Cell] = [size, how.name]
        for match in _MATCHES:
            row += [apart.f1(match), joined.f1(match)]
            name = f"{size}/{how.name}/{match}"
            figures |= {f"{name}/f1": joined.f1(match), f"{name}/apart": apart.f1(match)}
        rows.append(tuple(row))
    columns = (
        "pairs a document",
        "the document",
        "strict F1, pair by pair",
        "strict F1, joined",
        "loose F1, pair by pair",
        "loose F1, joined",
    )
    return Table(columns, tuple(rows))


def kept(pairs: Sequence[Pair], how: Disturbance) -> Iterator[Pair]:
    """The pairs of which both sides are left."""
    n = len(pairs)
    left = set(how.ja(n)) & set(how.en(n))
    return (pair for k, pair in enumerate(pairs) if k in left)


def disturbed(pairs: Sequence[Pair], how: Disturbance) -> Pair:
    """The pairs as one text and one translation, with the links of those of which both sides are left."""
    n = len(pairs)
    ja, ja_at = _laid_down([pair.ja for pair in pairs], how.ja(n), how.line)
    en, en_at = _laid_down([pair.en for pair in pairs], how.en(n), how.line or " ")
    terms = [
        (
            (start + ja_at[k], end + ja_at[k]),
            [(first + en_at[k], last + en_at[k]) for first, last in spans],
        )
        for k, pair in enumerate(pairs)
        if k in ja_at and k in en_at
        for (start, end), spans in pair.terms
    ]
    return Pair("", ja, en, terms)


def _laid_down(texts: Sequence[str], order: Sequence[int], line: str) -> tuple[str, dict[int, int]]:
    """The texts in an order, and where each begins."""
    starts: dict[int, int] = {}
    found = ""
    for k in order:
        found += line if found else ""
        starts[k] = len(found)
        found += texts[k]
    return found, starts


def time(folder: Folder, limit: int, figures: dict[str, float]) -> Table:
    """How long documents of up to 1,000 sentences of running news take."""
    pairs = [(ja, en) for _, ja, en in islice(folder.running_text(), 2 * limit)]
    longest = max(n for n in _SENTENCES if n <= len(pairs))
    aligner = Aligner()
    for pair in pairs[:longest]:  # its terms are met before, so that length alone makes the difference
        aligner.align(*pair)
    rows = []
    for n in _SENTENCES[: _SENTENCES.index(longest) + 1]:
        documents = [pairs[k : k + n] for k in range(0, longest - n + 1, n)][: max(1, 320 // n)]
        texts = [("".join(ja for ja, _ in d), " ".join(en for _, en in d)) for d in documents]
        spent = seconds(lambda texts=texts: [aligner.align(*text) for text in texts])  # type: ignore[misc]
        a_sentence = 1000 * spent / sum(map(len, documents))
        characters = sum(len(ja) for ja, _ in texts) // len(texts)
        figures[f"{n}/ms_a_sentence"] = a_sentence
        rows.append((n, characters, 1000 * spent / len(texts), a_sentence))
        if spent > _ENOUGH * len(texts):
            break  # what is longer would take longer still
    return Table(
        ("sentences", "Japanese characters", "ms a document", "ms a sentence"), tuple(rows), "Time against length"
    )


MEASURE = Measure(
    "documents",
    "Long documents",
    "Consecutive sentence pairs of news are joined to one text and one translation. The aligner receives them as one "
    "pair and cuts them into [passages](how-it-works.md#long-texts) itself. Its links are compared with those of the "
    "separate pairs. In some rows, sentences were left out: then only links whose two sides are both left are known, "
    "and any link of a sentence without a counterpart is wrong. If the time is proportional to the length, the last "
    "column of the second table is constant.",
    run,
    "NTREX-128 news, for the first table with links annotated by hand.",
    in_sample=True,
)
