"""related: a word that is similar in meaning to a gloss, or that often glosses compounds with the same kanji."""

import math
from collections.abc import Iterator

from termalign.kinds.kind import Finding, Kind
from termalign.kinds.meanings import heads, meanings, sense_code, stems
from termalign.meaning.embedding import likest
from termalign.target.target import Target
from termalign.terms.term import Term

_LEAST = 0.05
_LEAST_ALIKE = 0.2
_MOST = 3  # words to consider for one term


def _compare(term: Term, target: Target) -> Iterator[Finding]:
    if term.proper:
        return  # Kyoto is similar to Tokyo, but does not render it
    english = target.english
    glossed: dict[str, float] = {}
    for stem in heads(term):
        for other, weight in target.related(stem):
            glossed[other] = glossed.get(other, 0.0) + weight
    written: dict[str, float] = {}
    for character in term.kanji:
        for other, share in target.meant(character):
            written[other] = written.get(other, 0.0) + share / len(term.kanji)
    meaning = sense_code(term)
    alike = (
        {}
        if meaning is None
        else {english.stems[k]: value for k, value in likest(meaning, target.meanings, _LEAST_ALIKE)}
    )
    found = {*glossed, *written, *alike} - stems(term)
    ranked = sorted(found, key=lambda s: (-glossed.get(s, 0) - 2 * written.get(s, 0) - 2 * alike.get(s, 0), s))
    for stem in ranked[:_MOST]:
        features = {
            "by gloss": min(1.0, glossed.get(stem, 0.0)),
            "by characters": written.get(stem, 0.0),
            "alike": alike.get(stem, 0.0),
            "kanji": math.log1p(len(term.kanji)),
        }
        if features["by gloss"] + features["by characters"] + features["alike"] >= _LEAST:
            through = _through(term, stem, target)
            for i in english.by_stem[stem]:
                if not english.lexemes[i].function:
                    yield Finding(i, i + 1, "gloss", features, (term.surface, through, english.forms[i]))


def _through(term: Term, stem: str, target: Target) -> str:
    """Return what relates a term to a word: the gloss that says it most directly, the first gloss, or the kanji."""
    glosses = {keys: text for keys, (text, source, *_) in meanings(term).items() if source == "gloss"}
    if glosses:
        relatives = target.relatives.get(stem, {})
        nearest = max([head for head in heads(term) if head in relatives], key=relatives.__getitem__, default="")
        return glosses.get((nearest,), next(iter(glosses.values())))
    return "".join(c for c in term.kanji if stem in dict(target.meant(c))) or term.surface


#: Selects no terms from a list, because a term without other evidence is hardly ever right.
RELATED = Kind("related", frozenset({"gloss"}), _compare, guess=True)
