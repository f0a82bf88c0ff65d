"""Sentence pairs whose words are aligned by hand: those of the development data, and of the repository's own labels."""

import csv
import gzip
import hashlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.data import Folder, MissingDataError, Offsets
from benchmarks.fitting.corpus import LABELS
from benchmarks.measures.words import content
from termalign.tokens import Tokens

_BLOCK = 20  # sentences of KFTT: they are of two long documents
_LITTLE = 0.3  # what a pair counts for that is no pair of content words
_CORPUS = "parallel/kyoto.tsv.gz"
_KEY = 16  # hexadecimal digits

Place = tuple[int, int]


class WordText(NamedTuple):
    """A sentence pair, and which of its tokens render each other.

    Attributes
    ----------
    set, document : str
        Where it is from: what is of one document is held out together.
    ja, en : Tokens
        Its tokens.
    links : frozenset of (int, int)
        Those that render each other.
    partial : bool
        Whether only content words are linked.
    """

    set: str
    document: str
    ja: Tokens
    en: Tokens
    links: frozenset[Place]
    partial: bool = False

    def is_content(self, place: Place) -> bool:
        """Whether the two tokens are what the measure counts."""
        i, j = place
        return bool(content([(0, 0)], [self.ja.form(i)], [self.en.form(j).lower()]))

    def weight(self, place: Place) -> float:
        """What it counts for that two tokens are linked, or are not; 0 where that is not known."""
        if self.is_content(place):
            return 1.0
        return 0.0 if self.partial and place not in self.links else _LITTLE

    @property
    def content(self) -> frozenset[Place]:
        """The links of content words."""
        return frozenset(filter(self.is_content, self.links))


def word_texts(data: Folder) -> list[WordText]:
    """All of them."""
    return [*_kftt(data), *_labelled(data)]


def _kftt(data: Folder) -> Iterator[WordText]:
    for n, record in enumerate(data.records("kftt_words.jsonl")):
        ja, en = Tokens.joined(record["ja_tokens"], spaced=False), Tokens.joined(record["en_tokens"], spaced=True)
        yield WordText("KFTT", f"kftt:{n // _BLOCK}", ja, en, frozenset((i, j) for i, j in record["links"]))


def _labelled(data: Folder) -> Iterator[WordText]:
    """The labels of the repository, for the sentences that the data has; every second one in small letters, like KFTT's."""
    with (LABELS / "words.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        links_of = {row["pair"]: row["links"] for row in rows}
    for ja_text, en_text in _sentences(data):
        key = hashlib.sha256(f"{ja_text}\t{en_text}".encode()).hexdigest()[:_KEY]
        links = links_of.pop(key, None)
        if links is not None:
            ja = Tokens.of_japanese(ja_text)
            en = Tokens.of_english(en_text.lower() if len(links_of) % 2 else en_text)
            yield WordText("Kyoto", key, ja, en, frozenset(_pairs(links.split(), ja, en)), partial=True)


def _pairs(links: Sequence[str], ja: Tokens, en: Tokens) -> Iterator[Place]:
    for link in links:
        one, other = map(_span, link.split("-"))
        for i in ja.between(*one):
            for j in en.between(*other):
                yield i, j


def _span(written: str) -> Offsets:
    start, end = written.split(":")
    return int(start), int(end)


def _sentences(data: Folder) -> Iterator[tuple[str, str]]:
    try:
        path = data.file(_CORPUS)
    except MissingDataError:
        return
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            ja, en = line.rstrip("\n").split("\t")[:2]
            yield ja, en
