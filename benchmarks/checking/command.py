"""``python -m benchmarks check``: errors planted into real translations, and what is found of them.

Each file of ``--data`` that holds pairs is a text of its own: the glossary is made of its frequent terms, errors are planted into
some of its pairs, and the whole is checked twice, with and without them.
"""

import argparse
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from benchmarks.checking import substrings
from benchmarks.checking.planting import PLANTERS, Ground, Planted, planted
from benchmarks.checking.terms import of_text
from termalign import check, read_pairs
from termalign.checking import Finding
from termalign.english import EnglishText
from termalign.model import FINDING_KINDS, FINDING_KINDS_ON_REQUEST, FindingKind
from termalign.termbase import Glossary, english_places

_SHARES = {
    "other word": 50, "dropped": 10, "synonym": 20, "forbidden": 30, "number": 40, "sign": 5, "date": 10, "name": 10,
    "placeholder": 5, "left over": 10, "emptied": 5, "copied": 5, "modal": 10,
}  # fmt: skip
"""How many errors are of each kind, as far as a text has room for them. Dropped negations are planted only with `--only`."""
_SAME = ({"missing", "forbidden"}, {"number", "date", "placeholder"}, {"name", "acronym"})
"""Kinds that count for one another. A number in code is found as `placeholder`."""

_LEAST = (0.5, 0.6, 0.7, 0.8, 0.9)
"""Lowest scores of a finding, for the balance of what is found against false alarms."""

Found = Mapping[int, Sequence[tuple[str, str]]]  # by pair, from 0: kinds and terms


class Text(NamedTuple):
    """A text with its glossary, and the errors that are planted into it."""

    name: str
    pairs: Sequence[tuple[str, str]]
    glossary: Glossary
    plan: Mapping[int, tuple[str, Planted]]

    @property
    def spoilt(self) -> list[tuple[str, str]]:
        """The pairs with the errors."""
        return [(ja, self.plan[k][1].en if k in self.plan else en) for k, (ja, en) in enumerate(self.pairs)]


def main(arguments: list[str], data: Path) -> int:
    """The command line; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks check", description=__doc__)
    parser.add_argument("--data", type=Path, nargs="+", default=[data / "parallel"], help="bitexts, or folders of them")
    parser.add_argument("--pairs", type=int, default=2000, help="of each file (%(default)s)")
    parser.add_argument("--skip", type=int, default=0, help="pairs at the beginning (%(default)s)")
    parser.add_argument("--errors", type=int, default=200, help="that are planted into each file (%(default)s)")
    parser.add_argument("--terms", type=int, default=600, help="of each glossary at most (%(default)s)")
    parser.add_argument(
        "--kept", type=float, default=0.97, help="share of a term's pairs that say it as agreed (%(default)s)"
    )
    parser.add_argument(
        "--vetted", action="store_true", help="only pairs that render every term as the glossary has it"
    )
    parser.add_argument(
        "--only", choices=PLANTERS, metavar="KIND", help=f"plant and look for one kind: {', '.join(PLANTERS)}"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print false alarms and what was not found")
    options = parser.parse_args(arguments)
    for name, pairs in texts_in(options.data):
        shares = {options.only: 1} if options.only else _SHARES
        text = planned(name, pairs[options.skip : options.skip + options.pairs], options, shares)
        report(text, options.show, alone=options.only is not None)
    return 0


def planned(
    name: str, pairs: Sequence[tuple[str, str]], options: argparse.Namespace, shares: Mapping[str, int] = _SHARES
) -> Text:
    """A text with a glossary of its own and errors to plant, of each kind in these shares."""
    chance = random.Random(options.seed)
    terms = of_text(pairs, most=options.terms, kept=options.kept)
    words = Counter(word for _, en in pairs for word in re.findall("[a-z]{5,}", en))
    rare = sorted(word for word, count in words.items() if count <= 2)
    rare = chance.sample(rare, k=min(40, len(rare)))
    entries = [
        entry._replace(forbidden=_unsaid(rare[k % len(rare) :] + rare[: k % len(rare)], entry.ja, pairs))
        if rare and k % 3 == 0
        else entry
        for k, entry in enumerate(Glossary.of(terms))
    ]
    glossary = Glossary(tuple(entries))
    if options.vetted:
        astray = {number for number, _, _ in _alarms(pairs, glossary, 0.0, ["missing"])}
        pairs = [pair for number, pair in enumerate(pairs) if number not in astray]
    nouns = [entry.en[0] for entry in entries if " " not in entry.en[0]]
    nouns += [word for word, count in words.items() if 3 <= count <= 20][:400]
    ground = Ground(pairs, glossary, nouns, chance)
    plan: dict[int, tuple[str, Planted]] = {}
    order = list(range(len(pairs)))
    chance.shuffle(order)
    for how, share in shares.items():
        wanted = round(share * options.errors / sum(shares.values()))
        for number in order:
            if not wanted:
                break
            made = None if number in plan else planted(ground, number, PLANTERS[how])
            if made is not None:
                plan[number] = how, made
                wanted -= 1
    return Text(name, pairs, glossary, plan)


def _unsaid(words: Iterable[str], term: str, pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The first of some words that no pair with the term has in its English, which a glossary may well forbid."""
    said = " ".join(en.lower() for ja, en in pairs if term in ja)
    text = EnglishText(said)
    return tuple(word for word in words if word not in said and not english_places(word, text))[:1]


def report(text: Text, show: bool, *, alone: bool = False) -> None:
    """Print what is found of a text's errors, and what is said where there are none, beside plain matching.

    Only the planted kinds of findings are looked for if they are to stand `alone`; else all that are usual, too.
    """
    if not text.plan:
        print(f"# {text.name}: no pair has room for the errors\n")
        return
    planted_kinds = {error.kind for _, error in text.plan.values()}
    unusual = FINDING_KINDS if alone else FINDING_KINDS_ON_REQUEST
    kinds = [kind for kind in FINDING_KINDS if kind in planted_kinds or kind not in unusual]
    start = perf_counter()
    clean = list(check(text.pairs, text.glossary, kinds=kinds))
    pace = 1000 * (perf_counter() - start) / len(text.pairs)
    spoilt = list(check(text.spoilt, text.glossary, kinds=kinds))
    found = _by_pair(spoilt, 0.5)
    plain: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for number, kind, term in substrings.alarms(text.spoilt, text.glossary):
        plain[number].append((kind, term))
    false = Counter(finding.kind for finding in clean)
    said = Counter(kind for _, kind, _ in substrings.alarms(text.pairs, text.glossary))
    size = len(text.pairs) / 200
    print(f"# {text.name}: {len(text.pairs):,} pairs, {len(text.glossary)} terms, {pace:.1f} ms a pair\n")
    print(f"{'planted':12} {'errors':>6} {'found':>6} {'plain':>6}")
    for how in PLANTERS:
        errors = [error for kind, error in text.plan.values() if kind == how]
        if errors:
            print(f"{how:12} {len(errors):6} {_share(errors, found)} {_share(errors, plain)}")
    every = [error for _, error in text.plan.values()]
    print(f"{'all':12} {len(every):6} {_share(every, found)} {_share(every, plain)}\n")
    print(f"false alarms in 200 pairs: {len(clean) / size:.2f} (plain: {said.total() / size:.2f})")
    print("  " + ", ".join(f"{kind} {count / size:.2f}" for kind, count in false.most_common()), end="\n\n")
    print("with --min-score, found and false alarms in 200 pairs:")
    for least in _LEAST:
        said_at_least = sum(finding.score >= least for finding in clean)
        print(f"  {least} {_share(every, _by_pair(spoilt, least))} {said_at_least / size:6.2f}")
    print()
    if show:
        for finding in clean:
            print("false:", finding.kind, f"{finding.score:.2f}", finding.message, *finding.texts, sep=" | ")
        for how, error in text.plan.values():
            if not _is_found(error, found):
                print("not found:", how, error.how, text.pairs[error.number][0], error.en, sep=" | ")


def _by_pair(findings: Iterable[Finding], least: float) -> Found:
    """What is found in each pair, with at least this score."""
    found: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for finding in findings:
        if finding.score >= least:
            found[finding.number - 1].append((finding.kind, finding.term))
    return found


def _alarms(
    pairs: Iterable[tuple[str, str]], glossary: Glossary, least: float, kinds: Iterable[FindingKind]
) -> Iterable[substrings.Alarm]:
    return ((f.number - 1, f.kind, f.term) for f in check(pairs, glossary, min_score=least, kinds=kinds))


def _share(errors: Sequence[Planted], found: Found) -> str:
    return f"{sum(_is_found(error, found) for error in errors) / len(errors):6.3f}"


def _is_found(error: Planted, found: Found) -> bool:
    kinds = next((kinds for kinds in _SAME if error.kind in kinds), {error.kind})
    return any(kind in kinds and error.term in ("", term) for kind, term in found.get(error.number, ()))


def texts_in(paths: Iterable[Path]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield the name and the pairs of each bitext at some paths, those of folders in order; say what is no bitext."""
    for file in [file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path])]:
        try:
            pairs = [pair for pair in read_pairs(file) if all(pair)]
        except (ImportError, OSError, ValueError) as error:
            print(f"skipped {file.name}: {error}", file=sys.stderr)
        else:
            if pairs:
                yield file.name, pairs
