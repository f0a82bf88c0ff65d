"""Fit the weights of termalign's score on development data and write them to src/termalign/score.tsv.

    python benchmarks/fit_scores.py DATA [--out src/termalign/score.tsv]

DATA is a folder with the files that benchmarks/README.md names. Three models are fitted, one after the other: a claim by its
own evidence; a candidate in the light of its rivals and neighbours (``choice/``); what is left over, by place (``context/``).
A span that is exactly right counts 1, one that shares most of its characters 0.5, any other 0. Kinds of evidence that
the data hardly shows keep the strength their matcher gives them.
"""

import argparse
import json
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from logistic import Example, fit
from pairs import Offsets, Pair, bare, located, overlap, read_json_lines, right_spans

import termalign.score as score
from termalign import Aligner
from termalign.assign import ANCHOR, Candidate, greedy, one_to_one, surroundings
from termalign.english import EnglishText
from termalign.evidence import context
from termalign.evidence.bitext import Bitext
from termalign.evidence.gather import Gatherer
from termalign.evidence.term import Term
from termalign.japanese.text import JapaneseText
from termalign.parallel import all_candidates, candidates, unclaimed
from termalign.words import Tokens

RARE = ("acronym", "clip", "clip/morae", "apposition", "verbatim", "number", "date", "glossary", "learned", "name")
CLAIM_PRIOR = {"logit": 1.0, "plural-generic": -4.0, "quoted": 0.5}
CHOICE_PRIOR = {"choice/logit": 1.0}
OTHERS = 11  # sentences added to make a document of a sentence
THRESHOLD, NEGLIGIBLE = 0.35, 0.02
Label = Callable[[int, int, int, int], float]  # folded Japanese offsets, English words → right


def graded(span: Offsets, right: Sequence[Offsets]) -> float:
    """1 for an exactly right span, 0.5 for most of one, else 0."""
    best = max((overlap(span, r) for r in right), default=0.0)
    return 1.0 if best > 0.999 else 0.5 if best >= 0.6 else 0.0


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
                right = list(right_spans(pair.en, spans))
                yield from self._claims(term, pair.en, right, place, weight)
                if self.random.random() < 0.6:
                    document = pair.en
                    if self.random.random() < 0.6:
                        document += " " + " ".join(p.en for p in self.random.sample(list(pairs), OTHERS))
                    yield from self._claims(term, document, right, None, weight)
                if self.random.random() < 0.15:
                    yield from self._claims(term, other.en, [], place, weight)
                if self.random.random() < 0.15:
                    unrelated = [p.en for p in self.random.sample(list(pairs), OTHERS + 1) if term.surface not in p.ja]
                    yield from self._claims(term, " ".join(unrelated), [], None, weight)

    def _claims(
        self, term: Term, en: str, right: Sequence[Offsets], place: float | None, weight: float
    ) -> Iterator[Example]:
        english = EnglishText(en)
        claims = Gatherer(Bitext(english)).claims(term)
        asides = list(beside(en, right))
        renderings = {tuple(english.stems[slice(*english.words_in(*r))]) for r in right}
        for claim, numbers in zip(claims, score.all_features(term, claims, english, place), strict=True):
            span = bare(en, english.offsets(claim.i, claim.j))
            good = graded(span, right)
            if place is None and tuple(english.stems[claim.i : claim.j]) in renderings:
                good = 1.0  # every mention is right in a document
            if good < 1.0 and any(overlap(span, aside) > 0 for aside in asides):
                continue  # “Romaji (gloss)”: the data marks one of the two, both are right
            yield numbers, good, weight


def beside(en: str, right: Sequence[Offsets]) -> Iterator[Offsets]:
    """The brackets directly after a right span, and the phrase before one that is itself in brackets."""
    for start, end in right:
        if en[end : end + 2] == " (":
            yield end + 2, en.find(")", end) + 1 or len(en)
        if en[max(0, start - 2) : start] == " (":
            yield max(0, start - 62), start - 2


def term_at(aligner: Aligner, text: JapaneseText, start: int, end: int) -> Term | None:
    """The term at raw offsets of a Japanese text."""
    return aligner.term(text, *text.folded.folded_span(start, end))


def article_examples(aligner: Aligner, data: Path, weight: float) -> Iterator[Example]:
    """A news page and its term list: all and only the renderings listed are right."""
    en = (data / "article/news_on_japan.txt").read_text(encoding="utf-8")
    english = EnglishText(en)
    gatherer = Gatherer(Bitext(english))
    for row in read_json_lines(data / "article/terms.jsonl"):
        text = JapaneseText(row["ja"])
        term = term_at(aligner, text, 0, len(row["ja"]))
        if term is None:
            continue
        want, fine = ({s for r in row[key] for s in occurrences(r, en)} for key in ("en", "also_ok"))
        claims = gatherer.claims(term)
        for claim, numbers in zip(claims, score.all_features(term, claims, english, None), strict=True):
            span = english.offsets(claim.i, claim.j)
            inside = any(w[0] <= span[0] and span[1] <= w[1] and span != w for w in want)
            if span in want or (span not in fine and not inside):
                yield numbers, float(span in want), weight


def occurrences(phrase: str, text: str) -> Iterator[Offsets]:
    at = text.find(phrase)
    while at >= 0:
        yield at, at + len(phrase)
        at = text.find(phrase, at + 1)


def annotated(data: Path) -> Iterator[tuple[JapaneseText, EnglishText, Label, bool, float]]:
    """Texts whose links are all known: news with terms, and word-aligned sentences with predicates too."""
    for pair in located(data / "news_links.dev.jsonl"):
        ja, en = JapaneseText(pair.ja), EnglishText(pair.en)
        gold = [(span, bare(pair.en, spans[0])) for span, spans in pair.terms]
        yield ja, en, news_label(ja, en, gold), False, 2.0
    for row in read_json_lines(data / "kftt_words.dev.jsonl"):
        ja_tokens, en_tokens = Tokens.joined(row["ja_tokens"], False), Tokens.joined(row["en_tokens"], True)
        english = EnglishText(en_tokens.text)
        gold_pairs = {(i, j) for i, j in row["links"]}
        label = word_label(ja_tokens, en_tokens, english, gold_pairs)
        yield JapaneseText(ja_tokens.text), english, label, True, 1.0


def news_label(ja: JapaneseText, en: EnglishText, gold: Sequence[tuple[Offsets, Offsets]]) -> Label:
    def label(start: int, end: int, i: int, j: int) -> float:
        mine = ja.folded.raw_span(start, end), bare(en.raw, en.offsets(i, j))
        if mine in gold:
            return 1.0
        return 0.5 if any(overlap(mine[1], g[1]) >= 0.5 and overlap(mine[0], g[0]) > 0.5 for g in gold) else 0.0

    return label


def word_label(ja: Tokens, en: Tokens, english: EnglishText, gold: set[tuple[int, int]]) -> Label:
    def label(start: int, end: int, i: int, j: int) -> float:
        rows, columns = ja.between(start, end), en.between(*english.offsets(i, j))
        if not rows or not columns:
            return 0.0
        mine = sum(any((a, b) in gold for b in columns) for a in rows) / len(rows)
        theirs = sum(any((a, b) in gold for a in rows) for b in columns) / len(columns)
        least = min(mine, theirs)
        return 1.0 if least > 0.99 else 0.5 if least >= 0.5 else 0.0

    return label


def choice_examples(
    texts: Sequence[tuple[JapaneseText, EnglishText, Label, bool, float]], found: Sequence[list[Candidate]]
) -> Iterator[Example]:
    for (ja, en, label, predicates, weight), among in zip(texts, found, strict=True):
        numbers = surroundings(among, greedy(among, ANCHOR), len(en), len(ja.text))
        for c, values in zip(among, numbers, strict=True):
            if predicates or not ja.is_light(c.start, c.end):
                yield values, label(c.start, c.end, c.i, c.j), weight


def given_examples(aligner: Aligner, pairs: Sequence[Pair], weight: float) -> Iterator[Example]:
    """Terms the user names, in their sentence."""
    for pair in pairs:
        ja, en = JapaneseText(pair.ja), EnglishText(pair.en)
        gatherer = Gatherer(Bitext(en))
        everything = all_candidates(ja, gatherer, aligner.terms, False)
        for (start, end), spans in pair.terms[:2]:
            first, last = ja.folded.folded_span(start, end)
            term = aligner.term(ja, first, last)
            if term is None:
                continue
            others = [c for c in everything if c.end <= first or last <= c.start]
            place = (first + last) / (2 * len(ja.text))
            own = list(candidates(first, last, term, gatherer.claims(term), gatherer, place))
            anchors = [*greedy(own, ANCHOR), *one_to_one(others, THRESHOLD, len(en), len(ja.text))]
            numbers = surroundings([*own, *others], anchors, len(en), len(ja.text), given=True)
            right = list(right_spans(pair.en, spans))
            for c, values in zip(own, numbers, strict=False):
                yield values, graded(bare(pair.en, en.offsets(c.i, c.j)), right), weight


def context_examples(
    aligner: Aligner,
    texts: Sequence[tuple[JapaneseText, EnglishText, Label, bool, float]],
    found: Sequence[list[Candidate]],
) -> Iterator[Example]:
    for (ja, en, label, predicates, weight), among in zip(texts, found, strict=True):
        chosen = one_to_one(among, THRESHOLD, len(en), len(ja.text))
        anchors = sorted(context.Anchor(*c.place) for c in chosen)
        words = context.free_words(en, anchors)
        left = unclaimed(ja, aligner.terms, chosen, predicates)
        free_en = sum(j - i == 1 for i, j in words)
        for leftover in left:
            if not predicates and ja.is_light(leftover.start, leftover.end):
                continue
            for i, j in context.near_words(leftover, words, anchors):
                numbers = context.surroundings(leftover, (i, j), anchors, en, len(ja.text), len(left), free_en)
                yield numbers, label(leftover.start, leftover.end, i, j), weight


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/termalign/score.tsv"))
    options = parser.parse_args()
    data: Path = options.data
    aligner = Aligner(min_score=0.0)
    kyoto = located(data / "kyoto_terms.dev.jsonl")
    random.Random(3).shuffle(kyoto)
    law, news = located(data / "law_terms.dev.jsonl"), located(data / "news_links.dev.jsonl")

    collect = Claims(aligner, seed=0)
    claims = [
        *collect.examples(kyoto[:1800], 1500, 1.0),
        *collect.examples(law, 300, 2.0),
        *collect.examples(news, 600, 4.0),
        *article_examples(aligner, data, 6.0),
    ]
    weights = fit(claims, CLAIM_PRIOR, 30.0, left_out=RARE)
    score.use(weights)

    texts = list(annotated(data))
    found = []
    for ja, en, _, predicates, _ in texts:
        among = all_candidates(ja, Gatherer(Bitext(en)), aligner.terms, predicates)
        found.append([c for c in among if c.score > NEGLIGIBLE])
    choices = [
        *choice_examples(texts, found),
        *given_examples(aligner, kyoto[:450], 0.3),
        *given_examples(aligner, law, 0.6),
        *given_examples(aligner, news, 0.5),
    ]
    weights |= fit(choices, CHOICE_PRIOR, 2.0, free="choice/bias")
    score.use(weights)
    weights |= fit(list(context_examples(aligner, texts, found)), {}, 2.0, free="context/bias")

    header = "# Weights of the logistic score (termalign.score), fitted by benchmarks/fit_scores.py: feature, weight.\n"
    rows = "".join(f"{name}\t{weights[name]:.4f}\n" for name in sorted(weights))
    options.out.write_text(header + rows, encoding="utf-8")
    print(json.dumps({"claims": len(claims), "choices": len(choices), "weights": len(weights)}))


if __name__ == "__main__":
    main()
