"""Terms extracted from a bitext, against the terms that people listed for it."""

import gzip
import re
from collections.abc import Iterable, Iterator, Mapping

from benchmarks.data import Folder, MissingDataError
from benchmarks.report import Cell, Measure, Report, Table
from termalign import Termbase, extract
from termalign.english import EnglishText
from termalign.english.function_words import FUNCTION_WORDS
from termalign.kana import is_japanese

_FIRST = 300  # proposals that a person would look at first
_A_CASE = 8  # pairs of a text for each case of the limit
_TERM = re.compile(r"[a-z]+(?:[ -][a-z]+){0,3}")  # a message that is a term by itself: lower case, up to four words
_ROMAJI_AND_GLOSS = re.compile(r"(.+?) \((.+)\)")
_LONGEST = 14  # characters of such a message

Pairs = list[tuple[str, str]]
Terms = Mapping[str, set[str]]
"""Japanese terms with the keys of their renderings."""


def run(folder: Folder, limit: int) -> Report:
    """Encyclopaedic sentences with the terms located in them, and documentation with those of its messages that are terms."""
    figures: dict[str, float] = {}
    rows: list[tuple[Cell, ...]] = []
    for name, (pairs, terms) in {
        "Kyoto": encyclopaedia(folder, _A_CASE * limit),
        "Python": documentation(folder, _A_CASE * limit),
    }.items():
        found = measured(extract(pairs, examples=0), pairs, terms)
        figures |= {f"{name}/{key}": value for key, value in found.items()}
        rows.append((name, *found.values()))
    heads = (
        "text",
        "pairs",
        "terms in it",
        "found",
        "of those in 2 pairs or more",
        "proposed",
        f"right of the first {_FIRST}",
    )
    note = (
        "*Found* is the share of listed terms with a listed rendering. *Right* is the share with a listed rendering among the "
        "proposals whose term is listed"
    )
    return Report(figures, [Table(heads, tuple(rows), note)])


def measured(found: Termbase, pairs: Pairs, terms: Terms) -> dict[str, float]:
    """How many of the listed terms that stand in the texts are found, and how many proposals agree with the list."""
    proposed = {
        ja: {key(rendering.text) for rendering in entry.en}
        for entry in found
        for ja in (entry.ja, *(form.text for form in entry.variants))
    }
    often = {
        ja: units
        for ja, forms in terms.items()
        if (units := sum(ja in text and any(form in key(en) for form in forms) for text, en in pairs))
    }
    right = {ja for ja in often if proposed.get(ja, set()) & terms[ja]}
    twice = {ja for ja, units in often.items() if units > 1}
    first = [entry for entry in found.entries[:_FIRST] if entry.ja in terms]
    agreeing = sum(key(entry.en[0].text) in terms[entry.ja] for entry in first)
    return {
        "pairs": len(pairs),
        "terms": len(often),
        "recall": len(right) / max(1, len(often)),
        "recall_twice": len(right & twice) / max(1, len(twice)),
        "proposed": len(found),
        "agreement": agreeing / max(1, len(first)),
    }


def key(english: str) -> str:
    """English without what does not tell renderings apart: dictionary forms of content words in one piece."""
    return "".join(word.lemma for word in EnglishText(english).lexemes if word.lemma not in FUNCTION_WORDS)


def encyclopaedia(folder: Folder, most: int) -> tuple[Pairs, Terms]:
    """Sentences, and the terms that a lexicon of the encyclopaedia has in them."""
    read = folder.pairs("kyoto_terms.jsonl")[:most]
    listed = ((pair.ja[slice(*ja)], pair.en[slice(*en)]) for pair in read for ja, spans in pair.terms for en in spans)
    return [(pair.ja, pair.en) for pair in read], _by_term((ja, form) for ja, en in listed for form in _forms(en))


def _forms(english: str) -> Iterator[str]:
    """A rendering, and of one that is given as “Romaji (gloss)” each of the two."""
    yield english
    if said_twice := _ROMAJI_AND_GLOSS.fullmatch(english):
        yield from said_twice.groups()


def documentation(folder: Folder, most: int) -> tuple[Pairs, Terms]:
    """Messages, and as terms those of the whole catalogue that are one: 抽象基底クラス *abstract base class*."""
    path = folder.path / "parallel" / "python_docs.tsv.gz"
    if not path.is_file():
        raise MissingDataError(f"no parallel/python_docs.tsv.gz in {folder.path}")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        messages = [(pair[0], pair[1]) for line in file if len(pair := line.rstrip("\n").split("\t")) == 2]
    terms = [
        (ja, en) for ja, en in messages if _TERM.fullmatch(en) and len(ja) <= _LONGEST and all(map(is_japanese, ja))
    ]
    listed = set(terms)
    return [pair for pair in messages if pair not in listed][:most], _by_term(terms)


def _by_term(listed: Iterable[tuple[str, str]]) -> Terms:
    terms: dict[str, set[str]] = {}
    for ja, en in _keyed(listed):
        terms.setdefault(ja, set()).add(en)
    return terms


def _keyed(listed: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((ja, found) for ja, en in listed if (found := key(en)))


MEASURE = Measure(
    "extraction",
    "Terms of a bitext",
    "`extract` proposes terms for texts and their translations, and the proposals are compared with lists of terms "
    "made by people. For the encyclopaedia, the list has the entries of its lexicon that could be located in the "
    "sentences. For the documentation, it has the messages that consist of a single term. A term counts as found if "
    "one of its renderings equals a listed one, ignoring number, articles and case. If the listed rendering has the "
    "form “Romaji (gloss)”, either of the two is enough.",
    run,
    "NICT Kyoto corpus; python-docs-ja.",
)
