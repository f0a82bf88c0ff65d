"""Examples for the second and third model: candidates among their rivals and neighbours, and what is left over by place."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from benchmarks.data import Offsets, Pair
from benchmarks.fitting.claims import graded, term_at
from benchmarks.fitting.logistic import Example
from benchmarks.spans import Pairing, bare, overlap, right_spans
from termalign import Aligner
from termalign.choice import (
    ANCHOR,
    GIVEN_SURROUNDINGS,
    SURROUNDINGS,
    Candidate,
    greedy,
    one_to_one,
    surroundings,
)
from termalign.english import EnglishText
from termalign.evidence.bitext import Bitext
from termalign.evidence.context import Anchor, Remainder
from termalign.evidence.gather import Gatherer
from termalign.evidence.semantic import Semantics
from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon
from termalign.parallel import all_candidates, candidates, unclaimed
from termalign.tokens import Tokens

THRESHOLD, NEGLIGIBLE = 0.35, 0.02
SENTENCES_A_BLOCK = 8
TERMS_A_SENTENCE = 2  # given terms taken of one sentence: more would say the same again

Grade = Callable[[int, int, int, int], float]
"""Folded Japanese offsets and English words of a candidate → how right it is."""


class Annotated(NamedTuple):
    """A text and its translation all of whose links are known."""

    ja: JapaneseText
    en: EnglishText
    grade: Grade
    predicates: bool  # whether links of verbs and adjectives are known too
    weight: float
    document: str


def annotated(news: Sequence[Pair], words: Sequence[Mapping[str, Any]]) -> Iterator[Annotated]:
    """News with its terms, and word-aligned sentences (records of ``kftt_words``)."""
    for pair in news:
        ja, en = JapaneseText(pair.ja, Lexicon.default()), EnglishText(pair.en)
        known = Pairing(pair.en, [(place, spans[0]) for place, spans in pair.terms])
        yield Annotated(ja, en, news_grade(ja, en, known), False, 2.0, pair.document)
    for k, record in enumerate(words):
        ja_tokens, en_tokens = Tokens.joined(record["ja_tokens"], False), Tokens.joined(record["en_tokens"], True)
        english = EnglishText(en_tokens.text)
        grade = word_grade(ja_tokens, en_tokens, english, {(i, j) for i, j in record["links"]})
        yield Annotated(
            JapaneseText(ja_tokens.text, Lexicon.default()), english, grade, True, 1.0, block(record["doc"], k)
        )


def block(document: str, k: int) -> str:
    """Sentence `k`'s part of a document: word-aligned text is of two documents, which is too few to hold one out."""
    return f"{document}/{k // SENTENCES_A_BLOCK}"


def news_grade(ja: JapaneseText, en: EnglishText, known: Pairing) -> Grade:
    """By the spans of known links."""

    def grade(start: int, end: int, i: int, j: int) -> float:
        place, span = ja.folded.raw_span(start, end), en.offsets(i, j)
        if known.strict(place, span):
            return 1.0
        span = bare(en.raw, span)
        near = (overlap(span, g[1]) >= 0.5 and overlap(place, g[0]) > 0.5 for g in known.links)
        return 0.5 if any(near) else 0.0

    return grade


def word_grade(ja: Tokens, en: Tokens, english: EnglishText, gold: set[tuple[int, int]]) -> Grade:
    """By the share of each side's tokens that are linked to a token of the other."""

    def grade(start: int, end: int, i: int, j: int) -> float:
        rows, columns = ja.between(start, end), en.between(*english.offsets(i, j))
        if not rows or not columns:
            return 0.0
        mine = sum(any((a, b) in gold for b in columns) for a in rows) / len(rows)
        theirs = sum(any((a, b) in gold for a in rows) for b in columns) / len(columns)
        least = min(mine, theirs)
        return 1.0 if least > 0.99 else 0.5 if least >= 0.5 else 0.0

    return grade


def worthwhile(aligner: Aligner, texts: Sequence[Annotated]) -> list[list[Candidate]]:
    """The candidates of each text, the hopeless left out; their scores are those of the weights in use."""
    found = [
        all_candidates(text.ja, Gatherer(Bitext(text.en, parallel=True)), aligner.terms, text.predicates)
        for text in texts
    ]
    return [[c for c in among if c.score > NEGLIGIBLE] for among in found]


def choice_examples(texts: Sequence[Annotated], found: Sequence[list[Candidate]]) -> Iterator[Example]:
    """Candidates for terms that the aligner finds itself."""
    for text, among in zip(texts, found, strict=True):
        rows = surroundings(among, greedy(among, ANCHOR), text.en, keeping=not text.predicates)
        for c, row in zip(among, rows, strict=True):
            if not text.predicates and text.ja.is_light(c.start, c.end):
                continue  # no term: a rival of others, but nothing to be right or wrong about
            numbers = dict(zip(SURROUNDINGS, row, strict=True))
            yield Example(numbers, text.grade(c.start, c.end, c.i, c.j), text.weight, text.document)


def given_examples(aligner: Aligner, pairs: Sequence[Pair], weight: float) -> Iterator[Example]:
    """Candidates for terms that the user names, in their sentence."""
    for pair in pairs:
        ja, en = JapaneseText(pair.ja, Lexicon.default()), EnglishText(pair.en)
        gatherer = Gatherer(Bitext(en, parallel=True))
        everything = all_candidates(ja, gatherer, aligner.terms, False)
        for place, spans in pair.terms[:TERMS_A_SENTENCE]:
            right = right_spans(pair.en, spans)
            for values, span in _given(aligner, ja, gatherer, everything, place):
                yield Example(values, graded(bare(pair.en, span), right), weight, pair.document)


def _given(
    aligner: Aligner, ja: JapaneseText, gatherer: Gatherer, everything: Sequence[Candidate], place: Offsets
) -> Iterator[tuple[dict[str, float], Offsets]]:
    """The features and the English span of each candidate for the term at `place`."""
    en = gatherer.bitext.english
    term = term_at(aligner, ja, *place)
    if term is None:
        return
    first, last = ja.folded.folded_span(*place)
    others = [c for c in everything if c.end <= first or last <= c.start]
    middle = (first + last) / (2 * len(ja.text))
    own = list(candidates(first, last, term, gatherer.claims(term), gatherer, middle))
    anchors = [*greedy(own, ANCHOR), *one_to_one(others, THRESHOLD, en)]
    rows = surroundings([*own, *others], anchors, en, given=True)
    for c, row in zip(own, rows, strict=False):
        yield dict(zip(GIVEN_SURROUNDINGS, row, strict=True)), en.offsets(c.i, c.j)


def context_examples(
    aligner: Aligner, texts: Sequence[Annotated], found: Sequence[list[Candidate]], semantics: Semantics | None = None
) -> Iterator[Example]:
    """What the links leave over, beside each free place near by; with an encoder's opinion, if one is given."""
    for text, among in zip(texts, found, strict=True):
        chosen = one_to_one(among, THRESHOLD, text.en)
        left = unclaimed(text.ja, aligner.terms, ((c.start, c.end) for c in chosen), text.predicates)
        anchors = [Anchor(*c.place) for c in chosen]
        remainder = Remainder(
            Bitext(text.en, parallel=True), anchors, len(text.ja.text), len(left), semantics, text.predicates
        )
        remainder.encode(left)
        for leftover in left:
            if not text.predicates and text.ja.is_light(leftover.start, leftover.end):
                continue
            for i, j, row in remainder.renderings(leftover):
                numbers = dict(zip(remainder.names, row, strict=True))
                yield Example(numbers, text.grade(leftover.start, leftover.end, i, j), text.weight, text.document)
