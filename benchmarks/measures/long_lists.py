"""Long lists of several sorts for measuring: a thousand terms of the measuring data, and many that few texts render."""

import random
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing

from benchmarks.data import Folder
from termalign import Lexicon, tokenize

_NOUN = re.compile(r"[\u4e00-\u9fff]{2,3}|[\u30a1-\u30fc]{3,4}")
_COMPANY = "株式会社"


def real(folder: Folder, size: int) -> list[str]:
    """Terms that running news, history and statutes render, the same ones every time."""
    news = [pair.ja[slice(*ja)] for pair in folder.news() for ja, _ in pair.terms]
    others = [
        pair.ja[slice(*ja)]
        for name in ("law_terms.jsonl", "kyoto_terms.jsonl")
        for pair in folder.pairs(name)
        for ja, _ in pair.terms
    ]
    news, others = list(dict.fromkeys(news)), list(dict.fromkeys(others))
    random.Random(3).shuffle(news)
    random.Random(3).shuffle(others)
    return list(dict.fromkeys([*news[: size // 2], *others]))[:size]


def renderings(folder: Folder) -> set[tuple[str, str]]:
    """Terms of the measuring data, each with English that renders it somewhere there; of foreign names, the Latin name."""
    located = [*folder.news(), *folder.pairs("law_terms.jsonl"), *folder.pairs("kyoto_terms.jsonl")]
    found = {
        (pair.ja[slice(*ja)], bare(pair.en[slice(*en)])) for pair in located for ja, spans in pair.terms for en in spans
    }
    return found | {(row["katakana"], bare(row["latin"])) for row in folder.rows("katakana_names.tsv")}


def bare(english: str) -> str:
    """English as renderings are compared: in lower case, without a leading article."""
    return english.lower().removeprefix("the ")


def companies(folder: Folder, size: int) -> list[str]:
    """Real names of companies, then new ones put together from their parts."""
    names = [row["ja"] for row in folder.rows("company_names.tsv")]
    cut = [[t.surface for t in tokenize(name.replace(_COMPANY, ""))] for name in names]
    cut = [parts for parts in cut if parts]
    found = dict.fromkeys(names)
    chance = random.Random(5)
    while len(found) < size:
        head, tail = chance.choice(cut), chance.choice(cut)[-1]
        core = "".join([*(head[:-1] or head), *chance.choice([[], [], chance.choice(cut)[:1]]), tail])
        found[chance.choice([core, core + _COMPANY, _COMPANY + core])] = None
    return list(found)[:size]


def katakana(folder: Folder, size: int) -> list[str]:
    """Foreign names in katakana."""
    names = list(dict.fromkeys(row["katakana"] for row in folder.rows("katakana_names.tsv")))
    random.Random(2).shuffle(names)
    return names[:size]


def words(folder: Folder, size: int) -> list[str]:
    """Headwords of the packaged dictionary."""
    found = [word for word in _headwords() if len(word) > 1]
    random.Random(1).shuffle(found)
    return found[:size]


def compounds(folder: Folder, size: int) -> list[str]:
    """Two to four dictionary nouns joined at random."""
    nouns = [word for word in _headwords() if _NOUN.fullmatch(word)]
    chance = random.Random(7)
    found: dict[str, None] = {}
    while len(found) < size:
        found["".join(chance.choice(nouns) for _ in range(chance.choice([2, 2, 3, 4])))] = None
    return list(found)


def mixture(folder: Folder, size: int) -> list[str]:
    """A quarter of each."""
    quarter = size // 4
    return [term for sort in (companies, katakana, words, compounds) for term in sort(folder, quarter)]


def _headwords() -> Iterator[str]:
    with closing(sqlite3.connect(f"file:{Lexicon.default().path}?mode=ro", uri=True)) as lexicon:
        for (word,) in lexicon.execute("SELECT headword FROM word ORDER BY headword"):
            yield word


#: What a list is filled up with.
SORTS: dict[str, Callable[[Folder, int], list[str]]] = {
    "company names": companies,
    "katakana names": katakana,
    "dictionary words": words,
    "compounds": compounds,
    "mixture": mixture,
}
