"""How growth is measured, and what is said of it."""

from math import inf
from pathlib import Path
from time import process_time
from xml.etree import ElementTree

import pytest

from benchmarks.growth import command
from benchmarks.growth.entries import OF_SIZES, OF_TEXTS, Work
from benchmarks.growth.plot import plot
from benchmarks.growth.shapes import SHAPES
from benchmarks.growth.timing import Growth, grown

FINE = Growth("words", "prices", 8, 0.02, 0.2)
SLOW = Growth("to_svg", "", 8, 0.02, 2.0)
NEVER = Growth("words", "one <run>", 8, 0.02, None)


@pytest.mark.parametrize(("growth", "factor"), [(FINE, 10.0), (SLOW, 100.0), (NEVER, inf)])
def test_the_factor_is_how_many_times_as_long_it_takes(growth: Growth, factor: float) -> None:
    assert growth.factor == pytest.approx(factor)


def test_ten_times_the_size_is_timed_without_what_was_done_before(tmp_path: Path) -> None:
    seen: list[range] = []
    told = tmp_path / "told"

    def work_of(pieces: range) -> Work:
        def work() -> None:
            seen.append(pieces)
            with told.open("a", encoding="utf-8") as lines:
                lines.write(f"{len(seen)} {len(pieces)}\n")
            sum(range(20_000 * len(pieces)))

        return work

    growth = grown("sum", "numbers", work_of)
    runs = [tuple(map(int, line.split())) for line in told.read_text(encoding="utf-8").splitlines()]
    assert runs[-1] == (2, 10 * growth.size)
    assert {number for number, _ in runs} == {1, 2}
    assert not seen
    assert growth.once > 0
    assert growth.tenfold is not None


def test_a_size_with_nothing_to_do_is_no_measure() -> None:
    def work_of(pieces: range) -> Work:
        def work() -> None:
            began = process_time()
            while len(pieces) >= 32 and process_time() - began < 0.5:
                pass

        return work

    growth = grown("wait", "from 32 on", work_of)
    assert growth.size == 32
    assert growth.factor < command.LIMIT


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_is_ten_times_as_long_for_ten_times_as_much(shape: str) -> None:
    once, tenfold = (SHAPES[shape](range(n)) for n in (40, 400))
    sides = [(len(one), len(ten)) for one, ten in zip(once, tenfold, strict=True)]
    assert any(one * 8 <= ten <= one * 12 for one, ten in sides)
    assert all(ten <= one * 12 for one, ten in sides)


def test_there_are_as_many_combinations_as_are_promised() -> None:
    assert len(OF_TEXTS) * len(SHAPES) + len(OF_SIZES) >= 250


@pytest.mark.parametrize("shape", ["different katakana words", "prices", "dates", "nouns, a comma each"])
def test_other_pieces_have_other_words(shape: str) -> None:
    one, other = (set(SHAPES[shape](pieces)[0].split("、")) for pieces in (range(40), range(40, 400)))
    assert len(one) == 40
    assert one.isdisjoint(other)


@pytest.mark.parametrize("entry", [name for name in OF_SIZES if not name.startswith("prepare")])
def test_every_entry_point_runs(entry: str) -> None:
    OF_SIZES[entry](3)()


def test_the_plot_has_a_dot_for_each_combination() -> None:
    root = ElementTree.fromstring(plot([FINE, SLOW, NEVER], command.LIMIT))
    dots = [element.get("class") for element in root.iter() if element.tag.endswith("circle")]
    assert sorted(dots, key=str) == ["fine", "slow", "slow"]


def test_the_page_names_what_grows_too_fast() -> None:
    page = command.page([FINE, SLOW, NEVER])
    assert (
        f"1 of 3 combinations, drawn at random from {len(command.COMBINATIONS)}, take at most 13 times as long" in page
    )
    assert "growth --sample 3` repeats the measurement" in page
    assert "| to_svg |" in page
    assert "| words | prices |" not in page
    assert "|" not in command.page([FINE]).partition("growth.svg)")[2]
