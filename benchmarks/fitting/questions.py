"""Questions about names, made of pairs of names and of frames that they are put in: `benchmarks/questions`."""

import random
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.data import Folder, Offsets
from benchmarks.fitting.texts import Located

QUESTIONS = Path(__file__).parents[1] / "questions"
_SORTS = ("person", "work", "work", "place", "organisation")  # titles are asked for twice as often
_SLOT = re.compile(r"\{(\w+)\}")
_SMALL = 0.4  # share of the questions that are in small letters
_UNMARKED = 0.6  # share of those that have no question mark either
_RENAMED = 0.2  # share of the works whose English title is another work's: many have one that says something else
_BRACKETS = 0.45  # share of the questions whose Japanese keeps the brackets of its titles

Name = tuple[str, str]


def questions(number: int, seed: int = 5) -> Iterator[Located]:
    """Some questions, with the names in them as terms."""
    rng = random.Random(seed)
    names, frames = by_sort("names.tsv"), by_sort("frames.tsv")
    for n in range(number):
        sort = rng.choice(_SORTS)
        ja_frame, en_frame = rng.choice(frames[sort])
        slots = dict(zip(("name", "other"), rng.sample(names[sort], 2), strict=True))
        slots["person"] = rng.choice(names["person"])
        if sort == "work" and rng.random() < _RENAMED:
            slots["name"] = slots["name"][0], rng.choice(names["work"])[1]
        if rng.random() >= _BRACKETS:
            ja_frame = re.sub("[『』]", "", ja_frame)
        ja, ja_places = filled(ja_frame, {slot: name for slot, (name, _) in slots.items()})
        en, en_places = filled(en_frame, {slot: name for slot, (_, name) in slots.items()})
        if rng.random() < _SMALL:
            en = en.lower().rstrip("?" if rng.random() < _UNMARKED else "")
        yield Located(f"question {n}", ja, en, [(ja_places[slot], [en_places[slot]]) for slot in ja_places])


def filled(frame: str, names: Mapping[str, str]) -> tuple[str, dict[str, Offsets]]:
    """A frame with names in its slots, and where each slot's name stands."""
    text, places, at = "", {}, 0
    for slot in _SLOT.finditer(frame):
        text += frame[at : slot.start()]
        name = names[slot[1]]
        places[slot[1]] = len(text), len(text) + len(name)
        text += name
        at = slot.end()
    return text + frame[at:], places


def by_sort(table: str) -> dict[str, list[Name]]:
    """The Japanese and English of a table's rows, by sort."""
    found: dict[str, list[Name]] = {}
    for row in Folder(QUESTIONS).rows(table):
        found.setdefault(row["sort"], []).append((row["ja"], row["en"]))
    return found
