"""Translations told from texts that only speak of a term: where the limits of `termalign.situation` come from.

    python -m benchmarks.fitting.situation --data FOLDER

fits the chance that a Japanese string names things and is no translation to the two measures, prints the limits that the
constants are rounded from, and how the limits in use read each kind of pair. Every kind counts alike.
"""

import argparse
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple

from benchmarks.data import Folder
from benchmarks.fitting.logistic import Example, fit
from termalign import Lexicon
from termalign.english import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.situation import Measures, measures, situation_of

_MOST = 1500  # pairs of a kind
_CERTAIN = math.log(9)  # nine to one
_SENTENCE = 0.5  # share of names below which a string is a sentence
_PAGES = "sentences of pages"
_PHRASE = 3  # noun runs at most
_PAGE = (10, 20)  # sentences: what a sentence is not the translation of


class Case(NamedTuple):
    """A pair of texts, of a kind of pairs that are translations or that are not."""

    kind: str
    translation: bool
    ja: str
    en: str


def cases(folder: Folder) -> Iterator[Case]:
    """Sentences, names and dictionary entries with their translations; terms, phrases and sentences with other texts."""
    news = list(folder.running_text())
    yield from (Case("news", True, ja, en) for _, ja, en in news)
    yield from (Case("company names", True, row["ja"], row["en"]) for row in folder.rows("company_names.tsv"))
    for name in ("kyoto_terms", "law_terms", "news_links", "domain_links"):
        for row in folder.records(f"{name}.jsonl"):
            ja, en = row["ja"], row["en"]
            yield Case(name, True, ja, en)
            for term in row.get("terms") or row["links"]:
                places = term["en"] if "terms" in row else [term["en"]]
                yield Case(f"terms of {name}", False, ja[slice(*term["ja"])], en)
                yield Case(f"entries of {name}", True, ja[slice(*term["ja"])], en[slice(*places[0])])
            yield from (Case(f"phrases of {name}", False, phrase, en) for phrase in phrases(JapaneseText(ja)))
    for _, document in groupby(news, itemgetter(0)):
        sentences = list(document)
        for size in _PAGE:
            if size <= len(sentences):
                yield Case(_PAGES, False, sentences[0][1], " ".join(en for _, _, en in sentences[:size]))


def phrases(text: JapaneseText) -> Iterator[str]:
    """Noun runs of a text that follow one another, with the one particle between them."""
    for first, (a, _) in enumerate(text.runs):
        for (_, before), (start, end) in zip(text.runs[first:], text.runs[first + 1 : first + _PHRASE], strict=False):
            if start != before + 1 or not text.morphemes[before].pos.startswith("助詞"):
                break
            yield text.surface(a, end)


def sampled(every: Iterable[Case]) -> list[Case]:
    """So many of each kind."""
    by_kind: defaultdict[str, list[Case]] = defaultdict(list)
    for case in every:
        if case.ja and case.en:
            by_kind[case.kind].append(case)
    draw = random.Random(1)
    return [case for kind in by_kind.values() for case in (kind if len(kind) <= _MOST else draw.sample(kind, _MOST))]


def example(case: Case, found: Measures, weight: float) -> Example:
    """The pair as the model sees it: right is what names things."""
    numbers = {"bias": 1.0, "ratio": math.log(found.ratio), "named": found.named}
    return Example(numbers, float(not case.translation), weight, case.kind)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    chosen = sampled(cases(Folder(parser.parse_args().data)))
    lexicon = Lexicon.default()
    texts = [(JapaneseText(case.ja, lexicon), EnglishText(case.en)) for case in chosen]
    size = Counter(case.kind for case in chosen)
    kinds = Counter(case.translation for case in {case.kind: case for case in chosen}.values())
    w = fit(
        [
            example(case, measures(*pair), _MOST / size[case.kind] / kinds[case.translation])
            for case, pair in zip(chosen, texts, strict=True)
        ],
        prior={},
        strength=0.01,
    )
    even = {named: math.exp(-(w["bias"] + named * w["named"]) / w["ratio"]) for named in (0, 1)}
    print(f"as likely a translation as none: a sentence at a ratio of {even[0]:.2f}, a term at {even[1]:.2f}")
    print(f"nine to one: by a factor of {math.exp(_CERTAIN / w['ratio']):.2f}")
    sentences: defaultdict[bool, list[float]] = defaultdict(list)
    for case, pair in zip(chosen, texts, strict=True):
        found = measures(*pair)
        if found.named < _SENTENCE and (case.translation or case.kind == _PAGES):
            sentences[case.translation].append(found.ratio)
    low, high = quantiles(sentences[True], n=100)[-1], quantiles(sentences[False], n=100)[0]
    print(f"of sentences, 99 of 100 translations are below {low:.2f}, 99 of 100 of pages above {high:.2f}")
    print(f"the middle between: {math.sqrt(low * high):.2f}\n")
    read = Counter((case.kind, situation_of(*pair)) for case, pair in zip(chosen, texts, strict=True))
    print(f"{'pairs':32}{'':13}    n  translation  both  terms")
    for kind, translation in sorted({(case.kind, case.translation) for case in chosen}, key=lambda k: (not k[1], k[0])):
        shares = [read[kind, name] / size[kind] for name in ("translation", "both", "terms")]
        truth = "translation" if translation else "terms"
        print(f"{kind:32}{truth:13}{size[kind]:5}  {shares[0]:11.3f}  {shares[1]:.3f}  {shares[2]:.3f}")


if __name__ == "__main__":
    main()
