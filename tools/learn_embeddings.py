"""Learn src/termalign/meaning/embeddings.bin: what the stems of English glosses mean, in bits.

    python tools/learn_embeddings.py > src/termalign/meaning/embeddings.bin

Needs numpy and the extra ``semantic``; takes some three minutes. A multilingual sentence encoder (Google's universal
sentence encoder, Apache-2.0) says what the headwords of JMdict and the words of their glosses mean, each by itself.
Its opinion of single words is rough, so that three things are done to it:

1. *Canonical correlation* (M. Faruqui and C. Dyer, "Improving vector space word representations using multilingual
   correlation", EACL 2014): of its 512 dimensions those combinations are kept on which headwords and their glosses agree.
2. *Retrofitting* (M. Faruqui et al., "Retrofitting word vectors to semantic lexicons", NAACL 2015): a headword moves towards
   its glosses and a stem towards the headwords that it glosses, three times over.
3. *Bits* (M. Charikar, "Similarity estimation techniques from rounding algorithms", STOC 2002): the signs of random
   projections, of which two words share the more, the smaller the angle between them.

``--held-out`` leaves a gloss of each of 3,000 common entries out, and prints how well the bits foretell it.
"""

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from termalign.english import lexeme
from termalign.english.gloss import gloss_keys
from termalign.english.text import WORD
from termalign.lexicon.records import WordRecord
from termalign.lexicon.sources.jamdict import JamdictData
from termalign.meaning.embedding import BITS, LONGEST_GLOSS, WEIGHTS, combined, likeness
from termalign.meaning.encoder import PackagedEncoder

Vectors = NDArray[np.float32]

DIMENSIONS = 256
CAUTION = 1.0  # of the correlation: share of the mean variance added to every direction
OWN = 0.35  # what a word keeps of its own vector in a round
ROUNDS = 3
LEAST_GLOSSES = 2  # of a stem that is listed
FORMS = 3  # of a stem, the commonest
BATCH = 512
HELD_OUT = 3000


class Edge(NamedTuple):
    """A stem in a gloss of an entry."""

    entry: int
    stem: int
    weight: float
    alone: bool


class Glossed(NamedTuple):
    """Entries by a headword each, stems with their commonest forms, and what glosses what."""

    headwords: list[str]
    common: list[bool]
    stems: list[str]
    forms: list[list[str]]
    edges: list[Edge]


def glossed(records: Iterator[WordRecord]) -> Glossed:
    """The dictionary as a graph of entries and stems."""
    headwords: list[str] = []
    common: list[bool] = []
    edges: list[Edge] = []
    numbers: dict[str, int] = {}
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for record in records:
        written = [*record.kanji, *record.kana]
        if not written:
            continue
        entry = len(headwords)
        headwords.append(written[0].text)
        common.append(any(form.common for form in written))
        for gloss in (gloss for sense in record.senses for gloss in sense.glosses):
            for match in WORD.finditer(gloss):
                forms[lexeme(match.group()).stem][match.group().lower()] += 1
            keys = list(dict.fromkeys(key for key in gloss_keys(gloss) if key.isalpha()))
            if len(keys) <= LONGEST_GLOSS:
                edges += [Edge(entry, numbers.setdefault(k, len(numbers)), 1 / len(keys), len(keys) == 1) for k in keys]
    stems = list(numbers)
    return Glossed(
        headwords, common, stems, [[form for form, _ in forms[s].most_common(FORMS)] or [s] for s in stems], edges
    )


def encoded(texts: Sequence[str]) -> Vectors:
    """The encoder's vectors, of length 1."""
    encoder = PackagedEncoder()
    batches = [encoder.encode(list(texts[k : k + BATCH])) for k in range(0, len(texts), BATCH)]
    return unit(np.concatenate([np.asarray(batch, dtype=np.float32) for batch in batches]))


def unit(rows: Vectors) -> Vectors:
    """Rows of length 1."""
    lengths: Vectors = np.maximum(1e-9, np.linalg.norm(rows, axis=1, keepdims=True))
    return (rows / lengths).astype(np.float32)


def averaged(rows: Vectors, source: NDArray[Any], target: NDArray[Any], weight: Vectors, size: int) -> Vectors:
    """For each of `size` targets the weighted mean of its sources' rows."""
    order = np.argsort(target, kind="stable")
    starts = np.flatnonzero(np.diff(target[order], prepend=-1))
    found = np.zeros((size, rows.shape[1]), np.float32)
    found[target[order][starts]] = np.add.reduceat(rows[source[order]] * weight[order, None], starts, axis=0)
    return unit(found)


def correlated(ja: Vectors, en: Vectors, edges: Sequence[Edge]) -> tuple[Vectors, Vectors]:
    """Both sides in the directions on which they agree, each scaled by the root of how far they do."""
    a, b = np.array([e.entry for e in edges]), np.array([e.stem for e in edges])
    weight = np.array([e.weight for e in edges], np.float64)
    x, y = ja - ja[a].mean(0), en - en[b].mean(0)
    sides = [side[k] * np.sqrt(weight)[:, None] for side, k in ((x, a), (y, b))]

    def whitening(side: NDArray[Any]) -> NDArray[Any]:
        covariance = side.T @ side / weight.sum()
        values, vectors = np.linalg.eigh(
            covariance + CAUTION * np.trace(covariance) / len(covariance) * np.eye(len(covariance))
        )
        whitened: NDArray[Any] = vectors @ np.diag(values**-0.5) @ vectors.T
        return whitened

    left, right = map(whitening, sides)
    u, agreement, v = np.linalg.svd(left @ (sides[0].T @ sides[1] / weight.sum()) @ right)
    scale = np.sqrt(agreement[:DIMENSIONS])
    return unit(x @ ((left @ u)[:, :DIMENSIONS] * scale)), unit(y @ ((right @ v.T)[:, :DIMENSIONS] * scale))


def retrofitted(ja: Vectors, en: Vectors, edges: Sequence[Edge]) -> Vectors:
    """The stems' vectors, drawn towards those of the entries that they gloss."""
    a, b = np.array([e.entry for e in edges]), np.array([e.stem for e in edges])
    weight = np.array([e.weight for e in edges], np.float32)
    entries, stems = ja, en
    for _ in range(ROUNDS):
        entries, stems = (
            unit(OWN * ja + (1 - OWN) * averaged(stems, b, a, weight, len(ja))),
            unit(OWN * en + (1 - OWN) * averaged(entries, a, b, weight, len(en))),
        )
    return stems


def codes(vectors: Vectors) -> list[int]:
    """The signs of random projections, from what lies in the middle of all."""
    rng = np.random.default_rng(0)
    directions = np.linalg.qr(rng.standard_normal((max(BITS, DIMENSIONS), DIMENSIONS)))[0].T
    if BITS < DIMENSIONS:
        directions = directions[:, :BITS]
    signs = (vectors - vectors.mean(0)) @ directions > 0
    return [int.from_bytes(row.tobytes(), "big") for row in np.packbits(signs, axis=1)]


def learned(graph: Glossed, edges: Sequence[Edge], ja: Vectors, en: Vectors) -> dict[str, int]:
    """The code of each stem that glosses enough entries."""
    vectors = retrofitted(*correlated(ja, en, edges), edges)
    entries = Counter(stem for stem, _ in {(e.stem, e.entry) for e in edges})
    listed = sorted((s for s, n in entries.items() if n >= LEAST_GLOSSES), key=graph.stems.__getitem__)
    return dict(zip([graph.stems[s] for s in listed], codes(vectors[listed]), strict=True))


def foretold(graph: Glossed, ja: Vectors, en: Vectors) -> str:
    """How well codes learned without one gloss of some entries tell it from other such glosses."""
    rng = random.Random(5)
    by_entry: defaultdict[int, set[int]] = defaultdict(set)
    for edge in graph.edges:
        if edge.alone:
            by_entry[edge.entry].add(edge.stem)
    several = [entry for entry, stems in by_entry.items() if len(stems) > 2 and graph.common[entry]]
    held = {entry: rng.choice(sorted(by_entry[entry])) for entry in rng.sample(several, HELD_OUT)}
    kept = [edge for edge in graph.edges if held.get(edge.entry) != edge.stem]
    table = learned(graph, kept, ja, en)
    rest: defaultdict[int, list[tuple[str, float]]] = defaultdict(list)
    for edge in kept:
        if edge.entry in held:
            rest[edge.entry].append((graph.stems[edge.stem], edge.weight))
    able = {e: s for e, s in held.items() if graph.stems[s] in table}
    candidates = sorted(set(able.values()))
    first, better, asked = 0, 0.0, 0
    for entry, stem in able.items():
        code = combined([(table[s], WEIGHTS[round(1 / w)]) for s, w in rest[entry] if s in table])
        if code is None:
            continue
        own = likeness(code, table[graph.stems[stem]])
        others = [likeness(code, table[graph.stems[s]]) for s in candidates if s != stem and s not in by_entry[entry]]
        asked += 1
        better += sum(other >= own for other in others) / len(others)
        first += own > max(rng.sample(others, 11))
    return f"{asked} glosses left out: first of 12 {first / asked:.3f}, AUC {1 - better / asked:.4f}"


def written(table: Mapping[str, int]) -> bytes:
    """The file: a line of stems, then their codes in the same order."""
    return " ".join(table).encode() + b"\n" + b"".join(code.to_bytes(BITS // 8, "big") for code in table.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--held-out", action="store_true", help="only measure")
    asked = parser.parse_args()
    graph = glossed(JamdictData().words())
    forms = list(dict.fromkeys(form for some in graph.forms for form in some))
    vectors, numbers = encoded(forms), {form: k for k, form in enumerate(forms)}
    en = np.array([vectors[[numbers[form] for form in some]].mean(0) for some in graph.forms], np.float32)
    ja = encoded(graph.headwords)
    if asked.held_out:
        print(foretold(graph, ja, en))
    else:
        sys.stdout.buffer.write(written(learned(graph, graph.edges, ja, en)))


if __name__ == "__main__":
    main()
