"""What the whole aligner says of development data, and what of it is right: the ground that calibration stands on.

A link of a text is right here if it agrees loosely with a known one: the Japanese shares a character, the English most of
its characters. That is what `benchmarks.measures.calibration` holds scores against. Links between words are right if most
of the tokens on each side are linked to the other.
"""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from benchmarks.data import Pair
from benchmarks.fitting.choices import Annotated
from benchmarks.fitting.claims import OTHERS
from benchmarks.fitting.stages import Stages
from benchmarks.spans import Pairing, closeness, right_spans
from termalign import Aligner
from termalign.calibration import Way
from termalign.evidence.bitext import Bitext
from termalign.evidence.gather import Gatherer
from termalign.parallel import align_parallel

LEAST = 0.02  # links of this score and more are looked at: well below any that are worth showing
_KYOTO, _GIVEN, _LISTED = 1800, 240, 240  # Kyoto sentences drawn from, those that models are fitted on; terms at most


class Outcome(NamedTuple):
    """A link with the score that it had, and whether it is right."""

    way: Way
    score: float
    right: bool
    document: str


def outcomes(stages: Stages, held: Callable[[str], bool]) -> list[Outcome]:
    """Of the documents that are `held`, with the weights and the scales in use."""
    aligner = Aligner(min_score=LEAST)
    semantic = Aligner(min_score=LEAST, semantic=True)
    kyoto, law, news = ([pair for pair in pairs if held(pair.document)] for pairs in stages.located)
    worded = [text for text in stages.texts if text.predicates and held(text.document)]
    located = [*(pair for pair in kyoto[:_KYOTO] if pair.terms), *law, *news]
    return [
        *in_text(aligner, news),
        *in_words(aligner, worded),
        *(x for x in in_text(semantic, news) if x.way == "semantic"),
        *(x for x in in_words(semantic, worded) if x.way == "words-semantic"),
        *given(aligner, located),
        *listed(aligner, located),
    ]


def in_text(aligner: Aligner, pairs: Iterable[Pair]) -> Iterator[Outcome]:
    """Links of texts whose terms the aligner finds itself."""
    for pair in pairs:
        known = Pairing(pair.en, [(place, spans[0]) for place, spans in pair.terms])
        for link in aligner.align(pair.ja, pair.en):
            right = known.loose((link.ja.start, link.ja.end), (link.en.start, link.en.end))
            by_place: Way = "context" if aligner.semantics is None else "semantic"
            yield Outcome(by_place if link.kind == "context" else "text", link.score, right, pair.document)


def in_words(aligner: Aligner, texts: Iterable[Annotated]) -> Iterator[Outcome]:
    """Links that word pairs are made of."""
    for text in texts:
        gatherer = Gatherer(Bitext(text.en, aligner.lexicon, parallel=True), semantics=aligner.semantics)
        by_place: Way = "words-context" if aligner.semantics is None else "words-semantic"
        for c in align_parallel(text.ja, gatherer, aligner.terms, aligner.min_score):
            way: Way = by_place if c.matches[0].kind == "context" else "words"
            yield Outcome(way, c.score, text.grade(*c.place) > 0, text.document)


def given(aligner: Aligner, pairs: Sequence[Pair]) -> Iterator[Outcome]:
    """Links of terms that are given with their place."""
    tasks = [(pair, *term) for pair in pairs for term in pair.terms]
    for pair, place, spans in random.Random(1).sample(tasks, min(_GIVEN, len(tasks))):
        right = right_spans(pair.en, spans)
        for link in aligner.align(pair.ja, pair.en, terms=[place]):
            near = closeness(pair.en, (link.en.start, link.en.end), right)
            way: Way = "given-context" if link.kind == "context" else "given"
            yield Outcome(way, link.score, near >= 0.5, pair.document)


def listed(aligner: Aligner, pairs: Sequence[Pair]) -> Iterator[Outcome]:
    """Links of terms listed alone: against their translation, by itself and in a document, and against another text.

    A scale says how likely a term is to be in the text that it is looked for in: here two texts of three, as somebody
    who brings a list to a text about the same things finds.
    """
    rng = random.Random(2)
    able = [pair for pair in pairs if pair.terms]
    for pair in rng.sample(able, min(_LISTED, len(able))):
        place, spans = rng.choice(pair.terms)
        term = pair.ja[slice(*place)]
        right = right_spans(pair.en, spans)
        renderings = {pair.en[slice(*span)].lower() for span in right}
        others = [p.en for p in rng.sample(able, min(OTHERS, len(able))) if term not in p.ja]
        document = " ".join(others)
        texts = [(pair.en, right), (f"{pair.en} {document}", right), ("".join(others[:1]), [])]
        for en, spans_there in texts:
            for link in aligner.align([term], en):
                near = closeness(en, (link.en.start, link.en.end), spans_there)
                again = bool(spans_there) and link.en.text.lower() in renderings
                yield Outcome("listed", link.score, near >= 0.5 or again, pair.document)
