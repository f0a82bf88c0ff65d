"""Examples for the first model: what one term's claims are worth by their own evidence.

A span that is exactly right counts 1, one that shares most of its characters 0.5, any other 0.
"""

import csv
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import termalign.score as score
from benchmarks.data import Folder, Offsets, Pair
from benchmarks.fitting.logistic import Example
from benchmarks.measures.article import places
from benchmarks.spans import bare, exact, overlap, right_spans
from termalign import Aligner
from termalign.english import EnglishText
from termalign.bitext.bitext import Bitext
from termalign.evidence.gather import Gatherer
from termalign.terms.term import Term
from termalign.japanese.text import JapaneseText

NAMINGS = Path(__file__).parents[2] / "tests/cases/namings.tsv"
OTHERS = 11  # sentences added to make a document of a sentence
_MOST = 0.6  # overlap of a span that is right for the most part


def graded(span: Offsets, right: Sequence[Offsets]) -> float:
    """1 for an exactly right span, 0.5 for most of one, else 0."""
    best = max((overlap(span, r) for r in right), default=0.0)
    return 1.0 if exact(best) else 0.5 if best >= _MOST else 0.0


class Claims:
    """Examples of claims for one term: in its sentence, in a document, and where nothing renders it."""

    def __init__(self, aligner: Aligner, seed: int) -> None:
        self.aligner = aligner
        self.random = random.Random(seed)

    def examples(self, pairs: Sequence[Pair], terms: int, weight: float) -> Iterator[Example]:
        """Of the first `terms` terms of `pairs`."""
        left = terms
        for pair, other in zip(pairs, [*pairs[1:], pairs[0]], strict=True):
            text = JapaneseText(pair.ja)
            for (start, end), spans in pair.terms:
                if left <= 0:
                    return
                left -= 1
                term = term_at(self.aligner, text, start, end)
                if term is None:
                    continue
                place = (start + end) / (2 * len(pair.ja))
                right = right_spans(pair.en, spans)
                for en, gold, where in self._texts(pair, other, pairs, term, right, place):
                    for numbers, good in _claims(term, en, gold, where):
                        yield Example(numbers, good, weight, pair.document)

    def _texts(
        self, pair: Pair, other: Pair, pairs: Sequence[Pair], term: Term, right: list[Offsets], place: float
    ) -> Iterator[tuple[str, list[Offsets], float | None]]:
        """English texts to look for a term in, the spans that are right there, and the term's place, if it has one."""
        yield pair.en, right, place
        if self.random.random() < 0.6:
            document = pair.en
            if self.random.random() < 0.6:
                document += " " + " ".join(p.en for p in self.random.sample(list(pairs), OTHERS))
            yield document, right, None
        if self.random.random() < 0.15:
            yield other.en, [], place
        if self.random.random() < 0.15:
            unrelated = [p.en for p in self.random.sample(list(pairs), OTHERS + 1) if term.surface not in p.ja]
            yield " ".join(unrelated), [], None


def _claims(
    term: Term, en: str, right: Sequence[Offsets], place: float | None
) -> Iterator[tuple[dict[str, float], float]]:
    """The features of each claim for `term` in a text, and how right it is."""
    english = EnglishText(en)
    claims = Gatherer(Bitext(english, parallel=place is not None)).claims(term)
    asides = list(_beside(en, right))
    renderings = {tuple(english.stems[slice(*english.words_in(*r))]) for r in right}
    for claim, numbers in zip(claims, score.all_features(term, claims, english, place), strict=True):
        span = bare(en, english.offsets(claim.i, claim.j))
        good = graded(span, right)
        if place is None and tuple(english.stems[claim.i : claim.j]) in renderings:
            good = 1.0  # every mention is right in a document
        if good < 1.0 and any(overlap(span, aside) > 0 for aside in asides):
            continue  # “Romaji (gloss)”: the data marks one of the two, both are right
        yield numbers, good


def _beside(en: str, right: Iterable[Offsets]) -> Iterator[Offsets]:
    """The brackets directly after a right span, and the phrase before one that is itself in brackets."""
    for start, end in right:
        if en[end : end + 2] == " (":
            yield end + 2, en.find(")", end) + 1 or len(en)
        if en[max(0, start - 2) : start] == " (":
            yield max(0, start - 62), start - 2


def term_at(aligner: Aligner, text: JapaneseText, start: int, end: int) -> Term | None:
    """The term at raw offsets of a Japanese text."""
    return aligner.term(text, *text.folded.folded_span(start, end))


def naming_examples(aligner: Aligner, weight: float) -> Iterator[Example]:
    """The names of this repository's own cases, each in a sentence that has its romaji and its English."""
    with NAMINGS.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        text = JapaneseText(row["ja"])
        term = term_at(aligner, text, 0, len(row["ja"]))
        if term is not None:
            en = f"The report describes {row['romaji']} at length, and {row['en']} was what most readers asked for."
            right = [bare(en, span) for name in (row["romaji"], row["en"]) for span in places([name], en)]
            yield from (Example(*claim, weight, f"naming {row['ja']}") for claim in _claims(term, en, right, None))


def article_examples(aligner: Aligner, folder: Folder, weight: float) -> Iterator[Example]:
    """A news page and its term list: all and only the renderings listed are right."""
    en = folder.text("article/news_on_japan.txt")
    english = EnglishText(en)
    gatherer = Gatherer(Bitext(english))
    for record in folder.records("article/terms.jsonl"):
        text = JapaneseText(record["ja"])
        term = term_at(aligner, text, 0, len(record["ja"]))
        if term is None:
            continue
        want, fine = places(record["en"], en), places(record.get("also_ok", []), en)
        claims = gatherer.claims(term)
        for claim, numbers in zip(claims, score.all_features(term, claims, english, None), strict=True):
            span = english.offsets(claim.i, claim.j)
            inside = any(w[0] <= span[0] and span[1] <= w[1] and span != w for w in want)
            if span in want or (span not in fine and not inside):
                yield Example(numbers, float(span in want), weight, "article")
