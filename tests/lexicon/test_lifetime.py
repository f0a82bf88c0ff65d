"""A lexicon with a glossary is freed with what uses it: a server may make one for each request."""

import gc
import pickle
import weakref
from collections.abc import Callable

import pytest

from termalign import Aligner, Lexicon, check

JA, EN = "安倍首相は東京都で警察の三人を助けた。", "Prime Minister Abe helped three of the police in Tokyo."
USES: dict[str, Callable[[Lexicon], object]] = {
    "align": lambda lexicon: Aligner(lexicon=lexicon).align(JA, EN),
    "a list": lambda lexicon: Aligner(lexicon=lexicon).align(["警察", "安倍晋三"], EN),
    "words": lambda lexicon: Aligner(lexicon=lexicon).align_words(JA, EN),
    "check": lambda lexicon: list(check([(JA, EN)], {"警察": "police"}, aligner=Aligner(lexicon=lexicon))),
}


@pytest.mark.parametrize("use", USES)
def test_a_lexicon_is_freed_after_its_use(use: str) -> None:
    lexicon = Lexicon.default().with_glossary({"警察": "police"})
    USES[use](lexicon)
    seen = weakref.ref(lexicon)
    del lexicon
    gc.collect()
    assert seen() is None


def test_a_pickled_lexicon_has_no_caches() -> None:
    lexicon = Lexicon.default().with_glossary({"警察": "police"})
    before = pickle.dumps(lexicon)
    Aligner(lexicon=lexicon).align(JA, EN)
    assert pickle.dumps(lexicon) == before
