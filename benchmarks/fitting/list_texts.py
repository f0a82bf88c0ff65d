"""English texts with lists of terms, and where each term is mentioned: what the weights of lists are fitted on."""

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.data import Folder, MissingDataError, Offsets
from benchmarks.fitting.corpus import LABELS, linked_texts, located_sentences
from benchmarks.fitting.texts import Linked, Located
from benchmarks.spans import bare
from termalign.english import EnglishText

#: For how much a candidate of each set counts.
WEIGHTS = {"article": 2.0, "full forms": 0.5, "sheet": 1.0, "trap": 4.0, "text": 0.6, "sentence": 1.0, "name": 1.0}
_TOGETHER = 6  # texts of a document that are read as one
_STRANGERS = 6  # terms of other documents that are listed with them
_SENTENCES, _NAMES, _OTHER_NAMES = 350, 500, 3
_SHEETS = (50, 150, 400, 1000)  # terms of other articles in a long list
_BLOCKS = 40  # that names are dealt to: each is a document

Lemmas = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListedTerm:
    """A term of a list.

    Attributes
    ----------
    ja : str
        The term.
    spans : sequence of (int, int)
        Where the text mentions it, in code points.
    unjudged : sequence of (int, int)
        Mentions that are neither right nor wrong.
    renderings : frozenset of tuple of str
        Lemmas of words that render it anywhere: right wherever they stand.
    silent : sequence of (int, int)
        Stretches of the text of which nothing more is known.
    """

    ja: str
    spans: Sequence[Offsets] = ()
    unjudged: Sequence[Offsets] = ()
    renderings: frozenset[Lemmas] = frozenset()
    silent: Sequence[Offsets] = ()

    def right(self, en: str, span: Offsets, lemmas: Lemmas) -> bool | None:
        """Whether a span of the text, with these lemmas, mentions the term; None where that is not known."""
        found = bare(en, span)
        if lemmas in self.renderings or found in [bare(en, known) for known in self.spans]:
            return True
        if found in [bare(en, known) for known in self.unjudged]:
            return None
        return None if any(start <= span[0] < end for start, end in self.silent) else False


@dataclass(frozen=True, slots=True)
class ListText:
    """An English text with a list of terms; `set` is one of `WEIGHTS`."""

    document: str
    set: str
    en: str
    terms: Sequence[ListedTerm]


def list_texts(data: Folder) -> list[ListText]:
    """The labelled articles of the repository, and what the development data has."""
    return [
        *articles(),
        *sheets(),
        *traps(),
        *_there(data, _article),
        *_there(data, _texts),
        *_there(data, _sentences),
        *_there(data, _names),
    ]


def articles() -> Iterator[ListText]:
    """The articles that were labelled for this project."""
    for record in Folder(LABELS).records("lists.jsonl"):
        terms = [_judged(record["en"], term["ja"], [tuple(span) for span in term["en"]]) for term in record["terms"]]
        yield ListText(record["id"], "full forms" if record.get("alone") else "article", record["en"], terms)


def sheets() -> Iterator[ListText]:
    """The articles with longer lists: their own terms, and some of the other articles' that they do not mention."""
    mentioned = {record["id"]: record.get("also", ()) for record in Folder(LABELS).records("lists.jsonl")}
    known = [text for text in articles() if text.set == "article"]
    renderings: defaultdict[str, set[Lemmas]] = defaultdict(set)
    for text in known:
        for term in text.terms:
            renderings[term.ja] |= term.renderings
    rng, everybody = random.Random(5), sorted(renderings)
    for n, text in enumerate(known):
        own = {term.ja for term in text.terms}.union(mentioned[text.document])
        strangers = [ja for ja in everybody if ja not in own]
        chosen = rng.sample(strangers, min(len(strangers), _SHEETS[n % len(_SHEETS)]))
        others = [ListedTerm(ja, renderings=frozenset(renderings[ja])) for ja in chosen]
        yield ListText(text.document, "sheet", text.en, [*text.terms, *others])


def traps() -> Iterator[ListText]:
    """Sentences with words that look like mentions of a term, and few that are."""
    for n, row in enumerate(Folder(LABELS).rows("mentions.tsv")):
        en, at = row["en"], 0
        spans = []
        for mention in filter(None, row["mentions"].split("; ")):
            at = en.index(mention, at)
            spans.append((at, at + len(mention)))
            at += len(mention)
        yield ListText(f"trap {n}", "trap", en, [_judged(en, row["term"], spans)])


def _there(data: Folder, read: Any) -> Iterator[ListText]:
    try:
        yield from read(data)
    except MissingDataError:
        return


def _judged(en: str, ja: str, spans: Sequence[Offsets], unjudged: Sequence[Offsets] = ()) -> ListedTerm:
    return ListedTerm(ja, spans, unjudged, frozenset(lemmas_of(en, span) for span in spans))


def lemmas_of(en: str, span: Offsets) -> Lemmas:
    """The lemmas of a span of a text, without its article: *Foreign Ministry* and *Foreign Minister* have the same stems."""
    words = EnglishText(en[slice(*bare(en, span))])
    return lemmas_at(words, 0, len(words))


def lemmas_at(english: EnglishText, i: int, j: int) -> Lemmas:
    """The lemmas of the words ``i:j``."""
    return tuple([lexeme.lemma for lexeme in english.lexemes[i:j]])


def _article(data: Folder) -> Iterator[ListText]:
    en = data.text("article/news_on_japan.txt")

    def places(texts: Iterable[str]) -> list[Offsets]:
        return [m.span() for text in texts for m in re.finditer(re.escape(text), en)]

    terms = [
        _judged(en, record["ja"], places(record["en"]), places(record.get("also_ok", ())))
        for record in data.records("article/terms.jsonl")
    ]
    yield ListText("article", "article", en, terms)


def _texts(data: Folder) -> Iterator[ListText]:
    """Texts of a document, put together, with the terms of their Japanese and some that are others'."""
    texts = linked_texts(data)
    documents: dict[str, list[Linked]] = defaultdict(list)
    said: dict[str, set[Lemmas]] = defaultdict(set)
    for text in texts:
        documents[text.document].append(text)
        for ja, en in text.links:
            said[text.ja[slice(*ja)]].add(lemmas_of(text.en, en))
    rng, everybody = random.Random(3), sorted(said)
    for document, all_of_it in documents.items():
        for first in range(0, len(all_of_it), _TOGETHER):
            strangers = rng.sample(everybody, min(_STRANGERS, len(everybody)))
            yield _together(document, all_of_it[first : first + _TOGETHER], strangers, said)


def _together(
    document: str, texts: Sequence[Linked], strangers: Sequence[str], said: Mapping[str, set[Lemmas]]
) -> ListText:
    spans: dict[str, list[Offsets]] = {}
    parts: list[tuple[Offsets, str]] = []
    en = ""
    for text in texts:
        base = len(en)
        for place in (*(ja for ja, _ in text.links), *text.unrendered):
            spans.setdefault(text.ja[slice(*place)], [])
        for ja, (start, end) in text.links:
            spans[text.ja[slice(*ja)]].append((base + start, base + end))
        en += text.en + "\n\n"
        parts.append(((base, len(en)), text.ja))
    japanese = "\n".join(text.ja for text in texts)
    terms = [
        ListedTerm(
            ja,
            known,
            (),
            frozenset(lemmas_of(en, span) for span in known),
            [part for part, within in parts if known and ja not in within],
        )
        for ja, known in spans.items()
    ]
    terms += [ListedTerm(ja, renderings=frozenset(said[ja])) for ja in strangers if ja not in japanese]
    return ListText(document, "text", en, terms)


def _sentences(data: Folder) -> Iterator[ListText]:
    """Sentences with one term, and the same term with another sentence."""
    for name in ("law_terms.jsonl", "kyoto_terms.jsonl"):
        sentences: Sequence[Located] = located_sentences(data, name)[:_SENTENCES]
        for one, other in zip(sentences, [*sentences[1:], *sentences[:1]], strict=True):
            place, spans = one.terms[0]
            ja = one.ja[slice(*place)]
            yield ListText(one.document, "sentence", one.en, [_judged(one.en, ja, spans)])
            if ja not in other.ja:
                yield ListText(one.document, "sentence", other.en, [ListedTerm(ja)])


def _names(data: Folder) -> Iterator[ListText]:
    """Names of companies and katakana beside their own English and that of others."""
    for file, ja, en in (("company_names.tsv", "ja", "en"), ("katakana_names.tsv", "katakana", "latin")):
        rng, rows = random.Random(4), list(data.rows(file))
        rng.shuffle(rows)
        rows = rows[:_NAMES]
        for n, row in enumerate(rows):
            name, document = row[ja].replace("\u3000", " "), f"{file} {n % _BLOCKS}"
            yield ListText(document, "name", row[en], [_judged(row[en], name, [(0, len(row[en]))])])
            for other in rng.sample(rows, _OTHER_NAMES):
                if other is not row:
                    yield ListText(document, "name", other[en], [ListedTerm(name)])
