"""The hand-made labels keep their format, and their README says what they are."""

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from benchmarks.chances import harmonic
from benchmarks.spans import Pairing

FOLDER = Path(__file__).parents[2] / "benchmarks/labels"
LISTS, QUANTITIES, SECOND = "lists", "quantities", "second"
FILES = sorted(path.stem for path in FOLDER.glob("*.jsonl"))
DOMAINS = [name for name in FILES if name not in (LISTS, QUANTITIES, SECOND)]
KINDS = {*"gloss loanword romaji name-foreign number date acronym verbatim part".split()}
README = (FOLDER / "README.md").read_text(encoding="utf-8")

Record = dict[str, Any]


def records(name: str) -> list[Record]:
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def spans(name: str) -> Iterator[tuple[str, list[list[int]]]]:
    """Each text of a file with what is marked in it: of these no two may overlap."""
    for r in records(name):
        if name == LISTS:
            yield from ((r["en"], term["en"]) for term in r["terms"])
        else:
            yield r["ja"], [*(link["ja"] for link in r["links"]), *r["unrendered"]]
            yield r["en"], [link["en"] for link in r["links"]]


@pytest.mark.parametrize("name", [*DOMAINS, LISTS, SECOND])
def test_spans_lie_in_their_text_begin_and_end_with_it_and_do_not_overlap(name: str) -> None:
    marked = 0
    for text, places in spans(name):
        for start, end in places:
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
        assert all(one[1] <= other[0] for one, other in pairwise(sorted(places)))
        marked += len(places)
    assert marked > 100


@pytest.mark.parametrize("name", [*DOMAINS, SECOND])
def test_pairs_have_the_documented_keys_and_kinds(name: str) -> None:
    for r in records(name):
        assert list(r) == "id domain source licence ja en links unrendered".split()
        assert r["domain"] == name or name == SECOND
        assert {link["kind"] for link in r["links"]} <= KINDS


def test_lists_have_the_documented_keys_and_terms_once() -> None:
    for r in records(LISTS):
        assert list(r) in (
            "id domain source licence en terms".split(),
            "id domain source licence en terms also".split(),
            "id domain source licence en terms alone".split(),
        )
        terms = [*(term["ja"] for term in r["terms"]), *r.get("also", ())]
        assert len(terms) == len(set(terms))
        assert any(not term["en"] for term in r["terms"])


def test_quantities_are_one_in_a_text_with_every_rendering_that_is_accepted() -> None:
    left_out = 0
    for r in records(QUANTITIES):
        assert list(r) == "id source licence ja en terms".split()
        [term] = r["terms"]
        places = [(r["ja"], term["ja"]), *((r["en"], place) for place in term["en"])]
        for text, (start, end) in places:
            assert text[start:end] == text[start:end].strip() != ""
        left_out += not term["en"]
    assert 100 < left_out < 300


def test_ids_and_texts_are_unique() -> None:
    ids = [r["id"] for name in (*DOMAINS, LISTS, QUANTITIES) for r in records(name)]
    texts = [(r["ja"], r["en"]) for name in (*DOMAINS, QUANTITIES) for r in records(name)]
    assert len(ids) == len(set(ids))
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("name", FILES)
def test_licences_allow_what_the_project_does(name: str) -> None:
    for r in records(name):
        assert r["source"]
        assert r["licence"]
        assert not re.search("GPL|GFDL|NC|ND", r["licence"])


@pytest.mark.parametrize("name", DOMAINS)
def test_the_readme_has_the_counts_of(name: str) -> None:
    found = records(name)
    links, unrendered = sum(len(r["links"]) for r in found), sum(len(r["unrendered"]) for r in found)
    written = sum(r["source"] == "written for this project" for r in found)
    assert f"| `{name}.jsonl` | {len(found)} | {links} | {unrendered} | {written} |" in README


def test_the_readme_states_how_far_two_annotators_agree() -> None:
    first = {r["id"]: r for name in DOMAINS for r in records(name)}
    totals = {"links": 0, "strict": 0, "loose": 0}
    other = {"links": 0, "strict": 0, "loose": 0}
    for r in records(SECOND):
        known = first[r["id"]]
        assert (r["ja"], r["en"]) == (known["ja"], known["en"])
        for count, one, two in ((totals, known, r), (other, r, known)):
            links = [(tuple(link["ja"]), tuple(link["en"])) for link in one["links"]]
            strict, loose = Pairing(one["en"], links).found(
                [(tuple(link["ja"]), tuple(link["en"])) for link in two["links"]]
            )
            count["links"] += len(links)
            count["strict"] += strict
            count["loose"] += loose
    for how in ("strict", "loose"):
        f1 = harmonic(totals[how] / totals["links"], other[how] / other["links"])
        assert f"{how} F1 {f1:.3f}" in README
