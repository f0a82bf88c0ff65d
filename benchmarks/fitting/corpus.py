"""What the model is fitted on: the hand-made labels of the repository, and the development data where it is there."""

import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from benchmarks.data import Folder, MissingDataError, Offsets
from benchmarks.fitting.silver import Sentence, linked
from benchmarks.fitting.texts import Linked, Located, Text, Worded
from termalign import Lexicon

LABELS = Path(__file__).parents[1] / "labels"
NO_DOMAINS = frozenset({"lists", "quantities", "second"})  # files of the labels that are something else
_WRITTEN = "written for this project"
_LOCATED = 400  # Kyoto sentences: they are many, and of one kind
_GLOSSED = 3  # every how many'th text is there once more, with a glossary
_WEIGHT_OF_SET = {"kyoto_terms": 0.1, "law_terms": 0.3}
_BLOCK = 20  # word-aligned sentences: they are of two long documents


T = TypeVar("T")


class Weighed(NamedTuple):
    """A text, and for how much its headwords by themselves and its candidates count; 0 for those that it can't judge."""

    text: Text
    headwords: float
    candidates: float


def linked_texts(data: Folder) -> list[Linked]:
    """Every text all of whose links are known."""
    return [*_there(lambda: _news(data)), *_there(lambda: _domains(data)), *_labels(Folder(LABELS))]


def training_texts(data: Folder, known: Sequence[Linked], lexicon: Lexicon, every: int = 1) -> list[Weighed]:
    """All that the model is fitted on: the texts whose links are `known`, and of what else there is `every` so many'th."""
    aligned = sentences(data)[::every]
    located = located_texts(data, every)
    return [
        *[Weighed(text, 1.0, 1.0) for text in known],
        *[Weighed(text, 0.5, 0.5) for text in with_glossaries(known)],
        *[Weighed(_worded(sentence), 0.3, 0.0) for sentence in aligned],
        *[Weighed(linked(sentence, lexicon), 0.0, 0.5) for sentence in aligned],
        *[Weighed(text, 0.15, _WEIGHT_OF_SET[name]) for name, text in located],
    ]


def sentences(data: Folder) -> list[Sentence]:
    """The word-aligned sentences; none where they are not there."""
    return list(_there(lambda: _sentences(data)))


def located_texts(data: Folder, every: int = 1) -> list[tuple[str, Located]]:
    """Texts with terms that are given, `every` so many'th, with the name of their set."""
    kyoto = located_sentences(data, "kyoto_terms.jsonl")[:_LOCATED:every]
    law = located_sentences(data, "law_terms.jsonl")[::every]
    return [*(("kyoto_terms", text) for text in kyoto), *(("law_terms", text) for text in law)]


def located_sentences(data: Folder, name: str) -> list[Located]:
    """The sentences of a file of located terms; none where it is not there."""
    return list(_there(lambda: _located(data, name)))


def with_glossaries(texts: Sequence[Linked], seed: int = 5) -> Iterator[Linked]:
    """Some texts once more, each with a glossary that has some of its terms, and says two of them as other texts have it."""
    rng = random.Random(seed)
    renderings = [text.en[slice(*en)] for text in texts for _, en in text.links]
    for text in texts[::_GLOSSED]:
        glossary: dict[str, str] = {}
        for ja, en in text.links:
            if rng.random() < 0.5:
                glossary.setdefault(text.ja[slice(*ja)], text.en[slice(*en)])
        for ja, _ in rng.sample(text.links, min(2, len(text.links))):
            glossary.setdefault(text.ja[slice(*ja)], rng.choice(renderings))
        if glossary:
            yield replace(text, glossary=glossary)


def _there(read: Callable[[], Iterator[T]]) -> Iterator[T]:
    """What is read, or nothing where its file is not there."""
    try:
        yield from read()
    except MissingDataError as error:
        print(f"fitted without what is missing: {error}", file=sys.stderr)


def _labels(folder: Folder) -> Iterator[Linked]:
    for path in sorted(folder.path.glob("*.jsonl")):
        if path.stem not in NO_DOMAINS:
            for record in folder.records(path.name):
                yield _linked(record, path.stem)


def _domains(data: Folder) -> Iterator[Linked]:
    for record in data.records("domain_links.jsonl"):
        yield _linked(record, f"domain_links {record['domain']}")


def _news(data: Folder) -> Iterator[Linked]:
    document_of = {ja: document for document, ja, _ in _there(data.running_text)}
    for record in data.records("news_links.jsonl"):
        source = document_of.get(record["ja"], record["id"])
        yield _linked({**record, "source": f"ntrex:{source}"}, "news_links")


def _linked(record: Mapping[str, Any], domain: str) -> Linked:
    source = record["source"]
    document = record["id"] if source == _WRITTEN else source
    links = [(_offsets(link["ja"]), _offsets(link["en"])) for link in record["links"]]
    unrendered = [_offsets(place) for place in record.get("unrendered", ())]
    return Linked(document, domain, record["ja"], record["en"], links, unrendered=unrendered)


def _sentences(data: Folder) -> Iterator[Sentence]:
    for n, record in enumerate(data.records("kftt_words.jsonl")):
        yield Sentence(record, f"kftt:{n // _BLOCK}")


def _worded(sentence: Sentence) -> Worded:
    pairs = [(sentence.ja_spans[i], sentence.en_spans[j]) for i, j in sentence.pairs]
    return Worded(sentence.document, sentence.ja, sentence.en, sentence.en_spans, pairs)


def _located(data: Folder, name: str) -> Iterator[Located]:
    for pair in data.pairs(name):
        yield Located(pair.document, pair.ja, pair.en, pair.terms)


def _offsets(span: Sequence[int]) -> Offsets:
    start, end = span
    return start, end
