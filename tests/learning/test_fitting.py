"""What is learned from sentence pairs, through `Aligner.fit`."""

import os
import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termalign import Aligner, Lexicon, write_pairs
from termalign.formats import FormatError
from termalign.formats.pairs import Unit
from termalign.learning.counting import Tally

HOUSE = [  # a house that calls an 環境 its setup, and a 作業者 an attendant
    ("環境を保存する。", "Save the setup."),
    ("この環境を開く。", "Open this setup."),
    ("新しい環境を作る。", "Make a new setup."),
    ("作業者が環境を選ぶ。", "The attendant chooses the setup."),
    ("作業者を呼ぶ。", "Call the attendant."),
    ("作業者は帰った。", "The attendant went home."),
    ("点検作業者が来た。", "The inspection attendant came."),
    ("点検作業者を待つ。", "Wait for the inspection attendant."),
    ("駅で本を買った。", "I bought a book at the station."),
    ("本は駅にある。", "The book is at the station."),
]
LEARNED = Aligner.fit(HOUSE)


def renderings(aligner: Aligner, term: str) -> list[str]:
    assert aligner.model is not None
    return [aligner.model.phrase(found.stems) for found in aligner.model.renderings(term)]


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("環境", ["setup"]),  # another word than any dictionary's
        ("作業者", ["attendant"]),
        ("点検作業者", ["inspection attendant"]),  # a term of several words
        ("駅", ["station"]),  # what the dictionary says too
        ("本", ["book"]),
        ("帰る", []),  # seen once
        ("新しい", []),
        ("猫", []),  # never seen
        ("setup", []),  # English is no headword
        ("", []),
    ],
)
def test_what_is_learned(term: str, expected: list[str]) -> None:
    assert renderings(LEARNED, term) == expected


@pytest.mark.parametrize(
    ("ja", "en", "term", "expected"),
    [
        ("環境を消す。", "Delete the setup.", "環境", ["setup"]),
        ("作業者は笑った。", "The attendant laughed.", "作業者", ["attendant"]),
        ("環境を守る。", "Protect the environment.", "環境", ["environment"]),  # the dictionary still counts
        ("環境を消す。", "Delete the file.", "環境", []),
        ("作業者は笑った。", "The moon laughed.", "作業者", []),
        ("猫を消す。", "Delete the setup.", "猫", []),
    ],
)
def test_it_is_evidence_in_a_translation(ja: str, en: str, term: str, expected: list[str]) -> None:
    assert LEARNED.align(ja, en).renderings().get(term, []) == expected


def test_a_link_says_that_it_was_learned() -> None:
    (link,) = [link for link in LEARNED.align("環境を消す。", "Delete the setup.") if link.ja.text == "環境"]
    assert link.kind == "learned"
    assert link.evidence[0].forms == ("環境", "setup")
    assert not [link for link in Aligner().align("環境を消す。", "Delete the setup.") if link.ja.text == "環境"]


def test_settings_stay_and_a_glossary_goes_first() -> None:
    ours = Aligner(glossary={"環境": "surroundings"}, min_score=0.2, kinds=["glossary", "learned", "gloss"]).fit(HOUSE)
    assert ours.min_score == 0.2
    assert sorted(ours.kinds or ()) == ["gloss", "glossary", "learned"]
    both = "The setup has surroundings."
    assert ours.align("環境には環境がある。", both).renderings()["環境"][0] in ("setup", "surroundings")
    assert ours.align("環境を消す。", "Delete the surroundings, not the setup.").renderings()["環境"] == [
        "surroundings"
    ]


def test_what_was_learned_before_is_replaced() -> None:
    again = LEARNED.fit(
        [("本を読む。", "Read the tome."), ("本が届いた。", "The tome arrived."), ("これは本だ。", "This is a tome.")]
    )
    assert renderings(again, "本") == ["tome"]
    assert renderings(again, "環境") == []
    assert renderings(LEARNED, "環境") == ["setup"]


@pytest.mark.parametrize(
    ("ja", "en", "learned"),
    [
        ("{0}のクラスを呼ぶ。", "Call the class :class:`{0}`.", True),
        ("クラス :class:`{0}` を呼ぶ。", "Call :class:`{0}`.", False),
        ("クラス <class>{0}</class> を呼ぶ。", "Call <class>{0}</class>.", False),
    ],
)
def test_markup_is_not_learned(ja: str, en: str, learned: bool) -> None:
    pairs = [(ja.format(name), en.format(name)) for name in ("dict", "list", "tuple")]
    assert ("class" in renderings(Aligner.fit([*HOUSE, *pairs]), "クラス")) == learned


def test_without_a_model_nothing_is_learned() -> None:
    assert Aligner().model is None
    with pytest.raises(ValueError, match="no learned model to save"):
        Aligner().save("nowhere.model")


@pytest.mark.parametrize("replaced", [False, True], ids=["environment", "environment that a library put in its place"])
def test_the_same_pairs_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, replaced: bool) -> None:
    if replaced:
        monkeypatch.setattr(os, "environ", os.environ.copy())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764374400")
    for name in ("one.model", "two.model"):
        Aligner().fit(iter(HOUSE)).save(tmp_path / name)
    assert (tmp_path / "one.model").read_bytes() == (tmp_path / "two.model").read_bytes()
    source = Aligner.load(tmp_path / "one.model").model.source  # type: ignore[union-attr]
    assert (source.pairs, source.left_out, source.made) == (len(HOUSE), 0, "2025-11-29")
    other = Aligner.fit(HOUSE[:-1]).model
    assert other is not None
    assert other.source.digest != source.digest


def test_pairs_of_a_file_and_units_are_the_same(tmp_path: Path) -> None:
    write_pairs(tmp_path / "memory.tmx", HOUSE)
    assert Aligner.fit(tmp_path / "memory.tmx").model == LEARNED.model
    assert Aligner.fit([Unit(ja, en, "u7", "a note") for ja, en in HOUSE]).model == LEARNED.model


def test_what_is_said_again_or_says_nothing_is_left_out() -> None:
    model = Aligner.fit([*HOUSE, *HOUSE, ("。", "."), ("3", "3"), ("", "")]).model
    assert model is not None
    assert LEARNED.model is not None
    assert (model.source.pairs, model.source.left_out) == (len(HOUSE), len(HOUSE) + 3)
    assert model.renderings("環境") == LEARNED.model.renderings("環境")


def test_a_memory_that_mostly_repeats_itself_is_told_of() -> None:
    with pytest.warns(UserWarning, match=f"^{2 * len(HOUSE)} of {3 * len(HOUSE)} pairs only repeat others") as told:
        assert Aligner.fit(HOUSE * 3).model is not None
    assert told[0].filename == __file__


@pytest.mark.parametrize(
    ("pairs", "message"),
    [
        ([], "nothing to learn from: 0 pairs"),
        ([("", ""), ("1", "2")], "nothing to learn from: 2 pairs"),
        ([(en, ja) for ja, en in HOUSE], "English stands where Japanese belongs"),
    ],
)
def test_nothing_to_learn_from(pairs: list[tuple[str, str]], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Aligner.fit(pairs)


@pytest.mark.parametrize(
    ("pairs", "message"),
    [
        (7, "pairs must be an iterable"),
        (b"x", "pairs must be an iterable"),
        ([("犬",)], "pair 0 must be"),
        ([HOUSE[0], None], "pair 1 must be"),
        ([("犬", b"dog")], "decode"),
        ([("犬", None)], "pair 0: en"),
    ],
)
def test_what_is_no_pair_is_refused(pairs: object, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        Aligner.fit(pairs)  # type: ignore[arg-type]


def test_a_broken_file_is_said_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "m.tmx").write_text("<tmx><body><tu>", encoding="utf-8")
    with pytest.raises(FormatError, match=r"m\.tmx"):
        Aligner.fit(tmp_path / "m.tmx")
    with pytest.raises(FileNotFoundError):
        Aligner.fit(tmp_path / "none.tmx")


def test_other_processes_know_it_too() -> None:
    copy = pickle.loads(pickle.dumps(LEARNED))
    assert copy.model == LEARNED.model
    pairs = [("環境を消す。", "Delete the setup.")] * 4
    assert [found.renderings() for found in LEARNED.pipe(pairs, n_process=2)] == [
        LEARNED.align(*pair).renderings() for pair in pairs
    ]


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(
            st.text(st.sampled_from("環境作業者を。\0\ud800😀3a "), max_size=12),
            st.text(st.sampled_from("setup tendr.\0\ud8003é"), max_size=20),
        ),
        max_size=8,
    )
)
def test_counts_are_of_what_was_there(pairs: list[tuple[str, str]]) -> None:
    model = Aligner.fit([*HOUSE, *pairs]).model
    assert model is not None
    assert len(model) > 0
    for headword in model.headwords():
        for found in model.renderings(headword):
            assert 2 <= found.times <= min(model.seen(headword), found.occurrences)


@given(st.lists(st.sampled_from("abcdefgh"), max_size=60), st.integers(1, 10))
def test_counts_in_little_room_are_never_too_high(items: list[str], most: int) -> None:
    tally: Tally[str] = Tally(most)
    for item in items:
        tally.add([item])
        assert len(tally) <= most
    assert all(count <= items.count(item) for item, count in tally.items())
    if len(set(items)) <= most:
        assert dict(tally.items()) == {item: items.count(item) for item in items}


def test_the_lexicon_says_what_it_has_learned() -> None:
    assert "model=Model(" in repr(LEARNED.lexicon)
    assert LEARNED.lexicon.with_model(None).model is None
    with pytest.raises(TypeError, match="model must be a Model"):
        Lexicon.default().with_model("memory.model")  # type: ignore[arg-type]


def test_a_trace_shows_what_it_counted_for() -> None:
    best = LEARNED.trace("環境を消す。", "Delete the setup.").of("環境")[0]
    assert best.linked
    assert [worth for worth in (*best.before, *best.worth) if worth.feature.startswith("memory ") and worth.product > 0]
    untaught = Aligner().trace("環境を守る。", "Protect the environment.").of("環境")[0]
    assert not [worth for worth in (*untaught.before, *untaught.worth) if worth.feature.startswith("memory")]
