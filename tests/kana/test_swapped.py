"""Texts and glossaries in the wrong order or language are said, wherever they are given; short and mixed texts are not."""

import warnings
from collections.abc import Callable
from typing import Any

import pytest

from termalign import Aligner, Glossary, align, check, extract

PAIR = ("The National Police Agency said so.", "警察庁が発表した。")
SWAPPED: list[tuple[str, Callable[[], Any]]] = [
    ("a pair", lambda: align(*PAIR)),
    ("with picked terms", lambda: Aligner().align(*PAIR, terms=["Police"])),
    ("many pairs", lambda: list(Aligner().pipe([("警察", "police"), PAIR]))),
    ("a bitext", lambda: extract([PAIR])),
    ("a glossary of one term", lambda: Aligner(glossary={"Sakurajima": "桜島"})),
    ("pairs of a glossary", lambda: Glossary.from_pairs([("ash", "灰"), ("fire", "火")])),
    ("a glossary for check", lambda: check([("灰", "ash")], {"ash": "灰"})),
]
RIGHT: list[tuple[str, Callable[[], Any]]] = [
    ("the right order", lambda: align(*PAIR[::-1])),
    ("a code", lambda: align("JAL", "日航")),
    ("both in English", lambda: align("The National Police Agency", "The National Police Agency")),
    ("both languages in the first", lambda: align("The National Police Agency (警察庁) said so.", PAIR[1])),
    ("both languages in the second", lambda: align("National Police Agency", "警察庁 (National Police Agency)")),
    ("one entry that is right", lambda: Glossary.from_pairs([("ash", "灰"), ("火", "fire")])),
    ("an entry without Japanese", lambda: Glossary.of({"AI": "artificial intelligence"})),
]


@pytest.mark.filterwarnings("ignore:terms not in the Japanese text")
@pytest.mark.parametrize(("label", "call"), SWAPPED, ids=[case[0] for case in SWAPPED])
def test_it_is_said(label: str, call: Callable[[], Any]) -> None:
    with pytest.warns(UserWarning, match="English stands where Japanese belongs"):
        call()


@pytest.mark.parametrize(("label", "call"), RIGHT, ids=[case[0] for case in RIGHT])
def test_it_is_not_said(label: str, call: Callable[[], Any]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        call()


@pytest.mark.parametrize("n_process", [1, 2])
def test_the_first_of_many_pairs_is_named_once(n_process: int) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        list(Aligner().pipe([("警察", "police"), PAIR, PAIR], n_process=n_process))
    assert [str(each.message) for each in caught] == [
        "pair 1, counted from 0: English stands where Japanese belongs: pairs are (Japanese, English)"
    ]


JAPANESE = "サーバーを再起動する。"


@pytest.mark.parametrize(
    ("en", "said"),
    [
        (JAPANESE, True),
        ("ファイルを開きます。", True),
        ("Restart サーバー.", False),
        ("再起動", False),
        ("Restart the server.", False),
    ],
)
def test_japanese_in_the_place_of_the_english(en: str, said: bool) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        align(JAPANESE, en)
    assert [str(each.message) for each in caught] == [
        "Japanese stands where English belongs: pairs are (Japanese, English)"
    ] * said
