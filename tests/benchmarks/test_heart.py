"""The weights of `termalign.decide` are fitted on what is known, and on nothing that is held out."""

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("numpy")
pytest.importorskip("scipy")

from benchmarks.data import Folder, Offsets
from benchmarks.fitting import heart
from benchmarks.fitting.analysis import Analyser
from benchmarks.fitting.answers import Answer, Tally, decided
from benchmarks.fitting.corpus import Weighed, linked_texts, training_texts, with_glossaries
from benchmarks.fitting.held import by_document, by_domain
from benchmarks.fitting.regression import Example, Examples, fit
from benchmarks.fitting.scale import Outcome, Scale, outcomes, scale
from benchmarks.fitting.silver import Sentence, linked
from benchmarks.fitting.texts import Linked, Located, Text, Worded
from benchmarks.fitting.training import Trainer, Weights, nearly_right
from termalign import Lexicon

NOWHERE = Folder(Path(__file__).parent / "no such folder")
JA, EN = "京都の寺を訪れた。", "They visited a temple in the Kyoto area."
KYOTO, TEMPLE = ((0, 2), (29, 34)), ((3, 4), (15, 21))


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.default()


@pytest.fixture(scope="module")
def few() -> list[Linked]:
    """Hand-labelled texts, some of each domain."""
    return linked_texts(NOWHERE)[::60]


@pytest.fixture(scope="module")
def trainer(few: list[Linked], lexicon: Lexicon) -> Trainer:
    return Trainer(training_texts(NOWHERE, few, lexicon), Analyser(lexicon))


@pytest.fixture(scope="module")
def weights(trainer: Trainer) -> Weights:
    return trainer.fitted()


TEXTS: dict[str, Text] = {
    "linked": Linked("d", "x", JA, EN, [KYOTO, TEMPLE]),
    "located": Located("d", JA, EN, [(KYOTO[0], [KYOTO[1], (25, 39)])]),
    "worded": Worded("d", JA, EN, [(0, 4), (5, 12), (15, 21), (29, 34), (35, 39)], [KYOTO, TEMPLE]),
}


@pytest.mark.parametrize(
    ("text", "ja", "en", "right", "within"),
    [
        ("linked", (0, 2), (29, 34), True, True),
        ("linked", (0, 2), (25, 34), True, True),  # an article does not count
        ("linked", (0, 1), (29, 34), False, True),
        ("linked", (0, 2), (29, 39), False, False),
        ("linked", (0, 2), (15, 21), False, False),
        ("linked", (0, 4), (29, 34), False, False),
        ("located", (0, 2), (29, 34), True, True),
        ("located", (0, 2), (29, 39), True, True),
        ("located", (0, 2), (15, 21), False, False),
        ("located", (0, 1), (29, 34), None, True),
        ("located", (3, 4), (15, 21), None, None),
        ("worded", (0, 2), (29, 34), None, True),
        ("worded", (0, 4), (15, 34), None, True),
        ("worded", (0, 2), (29, 39), None, False),
        ("worded", (3, 4), (29, 34), None, False),
    ],
)
def test_what_a_text_says_of_spans(
    text: str, ja: Offsets, en: Offsets, right: bool | None, within: bool | None
) -> None:
    assert TEXTS[text].right(ja, en) is right
    assert TEXTS[text].right_within(ja, en) is within


def sentence(ja: str, en: str, links: str) -> Sentence:
    """A word-aligned sentence of tokens between spaces."""

    def spans(tokens: list[str], gap: int) -> list[Offsets]:
        found, at = [], 0
        for token in tokens:
            found.append((at, at + len(token)))
            at += len(token) + gap
        return found

    ja_tokens, en_tokens = ja.split(), en.split()
    record: dict[str, Any] = {
        "ja": "".join(ja_tokens),
        "en": en,
        "ja_tokens": ja_tokens,
        "en_tokens": en_tokens,
        "ja_spans": spans(ja_tokens, 0),
        "en_spans": spans(en_tokens, 1),
        "links": [tuple(map(int, link.split("-"))) for link in links.split()],
    }
    return Sentence(record, "d")


@pytest.mark.parametrize(
    ("en", "links", "expected"),
    [
        ("He criticized the economic policy", "0-3 1-4 3-1", {"経済政策": "economic policy", "批判": "criticized"}),
        ("policy in the economic field was bad", "0-3 1-0", {"経済政策": "policy in the economic"}),
        ("policy debates and economic worries", "0-3 1-0", {"経済": "economic", "政策": "policy"}),
        ("the economic matters were criticized", "0-1 3-4", {"経済": "economic", "批判": "criticized"}),
        ("the policy", "0-1 1-1", {"経済政策": "policy"}),
        ("the economic policy he made", "0-1 1-2 3-2", {"経済": "economic"}),
        ("it was criticized", "", {}),
    ],
)
def test_runs_are_links_as_far_as_their_words_stand_together(
    en: str, links: str, expected: dict[str, str], lexicon: Lexicon
) -> None:
    text = linked(sentence("経済 政策 を 批判 した", en, links), lexicon)
    assert {text.ja[slice(*j)]: text.en[slice(*e)] for j, e in text.links} == expected


def test_labels_are_there_without_development_data(lexicon: Lexicon) -> None:
    texts = linked_texts(NOWHERE)
    assert len(texts) > 600
    assert len({text.domain for text in texts}) > 10
    for text, headwords, candidates in training_texts(NOWHERE, texts[:9], lexicon):
        assert headwords
        assert candidates
        assert text.document in {known.document for known in texts[:9]}


def test_glossaries_have_terms_of_their_text_rendered_as_there_or_otherwise() -> None:
    texts = linked_texts(NOWHERE)
    there = otherwise = 0
    for text in with_glossaries(texts):
        known = {text.ja[slice(*ja)]: text.en[slice(*en)] for ja, en in reversed(text.links)}
        assert set(text.glossary) <= set(known)
        there += sum(known[ja] == en for ja, en in text.glossary.items())
        otherwise += sum(known[ja] != en for ja, en in text.glossary.items())
    assert there > otherwise > 100


@given(
    st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("xyz")), min_size=1, max_size=40), st.integers(2, 5)
)
def test_parts_share_no_document_and_hold_every_text_once(kinds: list[tuple[str, str]], folds: int) -> None:
    texts = [Linked(document, domain, JA, EN, []) for document, domain in kinds]
    for parts, of in ((by_document(texts, folds), "document"), (by_domain(texts), "domain")):
        assert sorted(n for part in parts for n in part) == list(range(len(texts)))
        named = [{getattr(texts[n], of) for n in part} for part in parts]
        assert sum(map(len, named)) == len(set().union(*named))


def test_documents_of_one_text_are_dealt_evenly() -> None:
    texts = [Linked(str(n), "x", JA, EN, []) for n in range(41)]
    assert sorted(map(len, by_document(texts, 4))) == [10, 10, 10, 11]


def made_up(n: int = 3000) -> list[Example]:
    rng = random.Random(1)
    drawn = [(float(rng.random() < 0.5), rng.random()) for _ in range(n)]
    return [
        Example({"bias": 1.0, "x": x, "noise": noise}, rng.random() < (0.9 if x else 0.2), 1.0, k % 7)
        for k, (x, noise) in enumerate(drawn)
    ]


def test_regression_finds_what_examples_were_made_by() -> None:
    found = fit(Examples.of(made_up()), 0.01)
    assert found["x"] == pytest.approx(3.58, abs=0.4)  # log odds of 0.9 less those of 0.2
    assert found["bias"] == pytest.approx(-1.39, abs=0.3)
    assert found["noise"] == pytest.approx(0.0, abs=0.4)


def test_regression_stays_at_its_prior_for_want_of_evidence() -> None:
    found = fit(Examples.of(made_up()), 1e7, {"x": 1.0})
    assert found["x"] == pytest.approx(1.0, abs=0.01)
    assert found["noise"] == pytest.approx(0.0, abs=0.01)


def test_rare_features_have_no_weight() -> None:
    often, rarely = [Example({"often": 1.0}, True, 1.0, 0)] * 5, [Example({"rarely": 1.0}, True, 1.0, 0)] * 4
    assert set(fit(Examples.of([*often, *rarely]), 1.0)) == {"often"}


def test_examples_of_some_texts_are_as_if_there_were_no_others() -> None:
    every = made_up(700)
    some = Examples.of(every).among({1, 4})
    alone = Examples.of(x for x in every if x.text in (1, 4))
    assert len(some.right) == 200
    assert fit(some, 1.0) == pytest.approx(fit(alone, 1.0), abs=1e-3)


def test_a_scale_weighs_what_the_odds_leave_out() -> None:
    rng, made = random.Random(0), Scale(1.2, 0.5, {"long": -0.8})
    links = [(rng.uniform(-2, 4), {"long": float(rng.random() < 0.3)}) for _ in range(8000)]
    found = scale([Outcome(odds, rng.random() < made.chance(odds, features), features) for odds, features in links])
    assert (found.slope, found.shift, found.weights["long"]) == pytest.approx((1.2, 0.5, -0.8), abs=0.15)
    assert found.chance(1.0, {"long": 1.0}) < found.chance(1.0)


def test_the_last_look_gets_what_the_scale_weighs() -> None:
    weights = {"together again": {"odds": 1.0, "words": 0.3}, "single": {"gloss": 1.0}}
    assert nearly_right(weights, {"words": 0.7}) == {
        "together again": {"odds": 1.0, "words": 0.7},
        "single": {"gloss": 1.0},
    }


def test_tallies_count_strictly_and_loosely() -> None:
    text = Linked("d", "x", JA, EN, [KYOTO, TEMPLE])
    tally = Tally([(text, [Answer(*KYOTO, 1.0), Answer((3, 4), (15, 24), 0.5), Answer((5, 7), (5, 12), 0.2)])])
    assert (tally.known, tally.said) == (2, 3)
    assert tally.worth("strict") == pytest.approx((1 / 3, 1 / 2, 0.4))
    assert tally.worth("loose") == pytest.approx((2 / 3, 1.0, 0.8))
    found = [x.right for x in outcomes(text, [Answer(*KYOTO, 1.0), Answer((5, 7), (5, 12), 0.2)])]
    assert found == [True, False]


def test_every_stage_has_weights(weights: Weights) -> None:
    assert list(weights) == ["single", "together", "together again"]
    assert weights["single"]["gloss full"] > 0
    assert weights["together"]["beaten by a rival"] < 0


def test_a_fit_is_the_same_each_time(trainer: Trainer, weights: Weights) -> None:
    assert trainer.fitted() == weights


def test_weights_find_more_than_they_get_wrong(few: list[Linked], trainer: Trainer, weights: Weights) -> None:
    tally = Tally((text, decided(text, trainer.analyser, weights).answers(text)) for text in few)
    assert tally.worth("strict")[2] > 0.5


def test_what_is_held_out_is_not_seen(few: list[Linked], trainer: Trainer, lexicon: Lexicon) -> None:
    held = {text.document for text in few[:4]}
    changed = [Weighed(Linked(t.document, t.domain, t.ja, t.en, []), 1.0, 1.0) for t in few[:4]]
    others = [x for x in trainer.texts if x.text.document not in held]
    again = Trainer([*changed, *others], trainer.analyser)
    apart = Trainer(others, trainer.analyser).fitted()
    assert again.fitted(lambda document: document not in held) == apart
    assert again.fitted() != apart


def test_features_that_are_not_wanted_have_no_weight(few: list[Linked], trainer: Trainer) -> None:
    without = Trainer(trainer.texts, trainer.analyser, lambda name: not name.startswith("gloss"))
    found = without.fitted()
    assert found["together"]
    assert not [name for table in found.values() for name in table if name.startswith("gloss")]


def test_the_command_writes_a_table_that_the_package_can_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "weights.tsv"
    arguments = ["--data", str(NOWHERE.path), "--every", "120", "--folds", "2", "--out", str(out)]
    assert heart.main(arguments, tmp_path, tmp_path) == 0
    rows = [line.split("\t") for line in out.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert {stage for stage, _, _ in rows} == {"single", "together", "together again", "calibration"}
    assert [name for stage, name, _ in rows if stage == "calibration"] == ["text slope", "text shift"]
    assert all(float(weight) for _, _, weight in rows)
    assert "strict F1" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", [["--folds", "1"], ["--every", "0"], ["--by", "author"]])
def test_the_command_refuses_what_makes_no_sense(wrong: list[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as error:
        heart.main(wrong, tmp_path, tmp_path)
    assert error.value.code == 2
