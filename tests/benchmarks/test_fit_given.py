"""The weights of given terms: each term's candidates compete with each other and with nothing."""

import math
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("numpy")
pytest.importorskip("scipy")

from benchmarks.data import Folder
from benchmarks.fitting import given as command
from benchmarks.fitting.analysis import Analyser
from benchmarks.fitting.given_terms import WEIGHTS, GivenTerm, given_terms
from benchmarks.fitting.listwise import fit
from benchmarks.fitting.questions import filled, questions
from benchmarks.fitting.regression import Example, Examples
from benchmarks.fitting.rivals import Rivals
from benchmarks.fitting.said_again import said_again
from benchmarks.fitting.scale import Scale
from benchmarks.fitting.texts import Located
from benchmarks.fitting.written import write, written
from termalign import Lexicon
from termalign.decide.weights import packaged
from termalign.situations.given import judged, settled

NOWHERE = Folder(Path(__file__).parent / "no such folder")
JA, EN = "京都の寺を訪れた。", "They visited a temple in the Kyoto area."


@pytest.fixture(scope="module")
def every_term() -> list[GivenTerm]:
    return given_terms(NOWHERE)


@pytest.fixture(scope="module")
def rivals(every_term: list[GivenTerm]) -> Rivals:
    terms = every_term[::120]
    return Rivals(terms, Analyser(Lexicon.default()), [packaged()] * len(terms))


@pytest.fixture(scope="module")
def weights(rivals: Rivals) -> dict[str, float]:
    return rivals.fitted(packaged()["together"])


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        ("{name}の作者は？", "星の王子さまの作者は？"),
        ("{person}は{name}より古い？", "メッシは星の王子さまより古い？"),
        ("どちらが古い？{name}", "どちらが古い？星の王子さま"),
        ("作者は誰？", "作者は誰？"),
    ],
)
def test_frames_are_filled_with_names(frame: str, expected: str) -> None:
    names = {"name": "星の王子さま", "person": "メッシ"}
    text, places = filled(frame, names)
    assert text == expected
    assert {slot: text[slice(*place)] for slot, place in places.items()} == {
        slot: name for slot, name in names.items() if f"{{{slot}}}" in frame
    }


@given(st.integers(0, 20), st.integers())
def test_questions_are_the_same_each_time_and_show_their_names(number: int, seed: int) -> None:
    found = list(questions(number, seed))
    assert found == list(questions(number, seed))
    assert len(found) == len({text.document for text in found}) == number
    for text in found:
        assert text.terms
        for ja, [en] in text.terms:
            assert text.ja[slice(*ja)] == text.ja[slice(*ja)].strip("『』？") != ""
            assert text.en[slice(*en)] == text.en[slice(*en)].strip(" ?") != ""


def test_questions_are_in_small_letters_and_capitals() -> None:
    small = sum(text.en.islower() for text in questions(200))
    assert 50 < small < 110


@given(st.integers(0, 20), st.integers())
def test_texts_say_a_term_several_times_and_know_which_mention_is_which(number: int, seed: int) -> None:
    found = list(said_again(number, seed))
    assert found == list(said_again(number, seed))
    assert len(found) == len({text.document for text in found}) == number
    for text in found:
        [(ja, spans)] = text.terms
        assert text.ja.count(text.ja[slice(*ja)]) > 1
        assert len(spans) <= 1
        assert len({text.en[slice(*span)] for span in spans}) == len(spans)


def test_mentions_of_a_repeated_clause_are_rendered_in_order() -> None:
    texts = [text for text in said_again(200) if len(set(text.ja.split("。"))) == 2 and text.ja.endswith("。")]
    assert len(texts) > 20
    for text in texts:
        [((start, _), [(en_start, _)])] = text.terms
        clause = text.ja.index("。") + 1
        sentence = text.en.index(".") + 2
        assert start // clause == en_start // sentence


def test_some_clauses_are_turned_and_some_left_out() -> None:
    texts = list(said_again(400))
    rendered = [(text, *text.terms[0]) for text in texts if text.terms[0][1]]
    assert 10 < len(texts) - len(rendered) < 60
    turned = 0
    for text, (start, end), [(en_start, en_end)] in rendered:
        before = text.ja[:start].count(text.ja[start:end])
        turned += before != text.en[:en_start].count(text.en[en_start:en_end])
    assert 30 < turned < 120


def test_terms_come_one_at_a_time(every_term: list[GivenTerm]) -> None:
    assert {term.set for term in every_term} == set(WEIGHTS) - {"kyoto", "law"}  # these are not in the repository
    for _, text in every_term:
        [(place, spans)] = text.terms
        assert text.ja[slice(*place)]
        assert all(text.en[slice(*span)] for span in spans)
    assert given_terms(NOWHERE, 7) == every_term[::7]


@pytest.mark.parametrize("name", sorted(set(WEIGHTS) - {"kyoto", "law", "quantities", "said again"}))
def test_sets_are_rendered_or_not(name: str, every_term: list[GivenTerm]) -> None:
    chosen = [term for term in every_term if term.set == name]
    assert len(chosen) > 50
    assert {term.rendered for term in chosen} == {
        name not in ("unrendered", "swapped", "renumbered", "exchanged numbers")
    }


def test_small_letters_are_small(every_term: list[GivenTerm]) -> None:
    assert all(text.en == text.en.lower() for name, text in every_term if name == "small letters")


def drawn(number: int, weight: float, bare: float, seed: int = 1) -> list[Example]:
    """Lists of four rivals with a value each: one is right, or none, by a softmax of `weight` × value + `bare`."""
    rng = random.Random(seed)
    found = []
    for text in range(number):
        values = [rng.gauss(0, 1) for _ in range(4)]
        [right] = rng.choices(range(5), [*(math.exp(weight * x + bare) for x in values), 1.0])
        found += [Example({"bias": 1.0, "x": x}, right == k, 1.0, text) for k, x in enumerate(values)]
    return found


@pytest.mark.parametrize(("weight", "bare"), [(1.5, 0.0), (-1.0, -1.5), (0.0, 1.0)])
def test_weights_are_found_that_lists_were_made_by(weight: float, bare: float) -> None:
    found = fit(Examples.of(drawn(2000, weight, bare)), 0.01, {})
    assert [found.get(name, 0.0) for name in ("x", "bias")] == pytest.approx([weight, bare], abs=0.2)
    moved = fit(Examples.of(drawn(2000, weight, bare)), 0.01, {"x": 1.0})
    assert moved.get("x", 0.0) == pytest.approx(weight - 1.0, abs=0.2)


def test_weights_stay_where_they_are_for_want_of_evidence() -> None:
    assert fit(Examples.of(drawn(50, 1.0, 0.0)), 1e7, {"x": 3.0}) == {}


def test_weights_that_gain_nothing_stay_where_they_are() -> None:
    rng = random.Random(2)
    lists = [x._replace(features={**x.features, "chance": rng.gauss(0, 0.1)}) for x in drawn(2000, 1.5, 0.0)]
    assert set(fit(Examples.of(lists), 1.0, {"chance": 0.0})) == {"x"}


def test_rare_features_have_no_weight_of_their_own() -> None:
    often = [Example({"often": 1.0}, True, 1.0, n) for n in range(5)]
    rarely = [Example({"rarely": 1.0}, True, 1.0, n) for n in range(5, 9)]
    assert set(fit(Examples.of([*often, *rarely]), 1.0, {"rarely": 1.0})) == {"often"}


def test_folds_say_what_the_aligner_decides(rivals: Rivals, weights: dict[str, float]) -> None:
    stages = {**packaged(), "given": weights}
    found = rivals.answers(weights, frozenset(range(len(rivals.terms))))
    for n, term in enumerate(rivals.terms):
        chosen = settled({(0, 1): judged(rivals.analyser.given(term.text, stages), stages)}, term.text.ja).values()
        assert [odds for _, odds in chosen] == pytest.approx([found[n].odds] if n in found else [], abs=1e-6)


def test_a_fit_is_the_same_each_time_and_helps(rivals: Rivals, weights: dict[str, float]) -> None:
    assert rivals.fitted(packaged()["together"]) == weights
    numbers = frozenset(range(len(rivals.terms)))
    before, after = (sum(x.right for x in rivals.answers(w, numbers).values()) for w in ({}, weights))
    assert after > before > len(numbers) / 3


def test_what_is_held_out_is_not_seen(rivals: Rivals) -> None:
    held = {term.text.document for term in rivals.terms[::3]}
    others = [term for term in rivals.terms if term.text.document not in held]
    before: dict[str, float] = {}
    apart = Rivals(others, rivals.analyser, rivals.stages[: len(others)]).fitted(before)
    without = rivals.fitted(before, lambda document: document not in held)
    assert without == pytest.approx(apart, abs=0.01)
    assert rivals.fitted(before) != without


@pytest.mark.parametrize(
    ("english", "candidates"), [("They visited a temple.", True), ("", False), ("!?", False)], ids=repr
)
def test_terms_without_candidates_are_not_answered(english: str, candidates: bool) -> None:
    term = GivenTerm("swapped", Located("d", JA, english, [((3, 4), [])]))
    alone = Rivals([term], Analyser(Lexicon.default()), [packaged()])
    assert bool(alone.answers({}, frozenset({0}))) is candidates
    assert not alone.right


def test_a_table_keeps_what_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "weights.tsv"
    write(path, {"first": {"gloss": 1.0}, "given": {"left": 2.0}}, "text", Scale(1.1, 0.25))
    write(path, {"given": {"right": -0.5}}, "given", Scale(0.9, -1.0))
    assert written(path) == {
        "first": {"gloss": 1.0},
        "given": {"right": -0.5},
        "calibration": {"text slope": 1.1, "text shift": 0.25, "given slope": 0.9, "given shift": -1.0},
    }
    assert written(tmp_path / "none.tsv") == {}


def test_the_command_puts_its_stage_into_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "weights.tsv"
    write(out, {"together": {"gloss": 1.0}}, "text", Scale(1.0, 0.0))
    arguments = ["--data", str(NOWHERE.path), "--every", "400", "--folds", "2", "--out", str(out)]
    assert command.main([*arguments, "--dry"], tmp_path, tmp_path) == 0
    assert set(written(out)) == {"together", "calibration"}
    assert command.main(arguments, tmp_path, tmp_path) == 0
    stages = written(out)
    assert set(stages) == {"together", "given", "calibration"}
    assert set(stages["calibration"]) == {"text slope", "text shift", "given slope", "given shift"}
    assert stages["together"] == {"gloss": 1.0}
    assert "unrendered" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", [["--folds", "1"], ["--every", "0"], ["--folds", "two"]])
def test_the_command_refuses_what_makes_no_sense(wrong: list[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as error:
        command.main(wrong, tmp_path, tmp_path)
    assert error.value.code == 2
