"""Every entry point, on hostile texts: those of the corpus, pieces of them strewn over sentences, and anything."""

import pytest
from fuzzing import ENTRIES, texts
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import PAIRS

TEXTS = {name: (ja, en) for name, ja, en in texts()}
PIECES = sorted({text[:6] for pair in TEXTS.values() for text in pair})


@st.composite
def strewn(draw: st.DrawFn, text: str) -> str:
    """A text with pieces of the corpus, or anything, in it or in the place of some of it."""
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        piece = draw(st.sampled_from(PIECES) | st.text(max_size=3))
        text = text[:at] + piece + text[at + draw(st.integers(0, 3)) :]
    return text


pairs = st.sampled_from([*PAIRS, *TEXTS.values()]).flatmap(lambda pair: st.tuples(*map(strewn, pair)))


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("entry", ENTRIES)
def test_the_corpus(entry: str, text: str) -> None:
    ENTRIES[entry](*TEXTS[text])


@pytest.mark.parametrize("entry", ENTRIES)
@settings(max_examples=settings.default.max_examples // 4)  # type: ignore[union-attr]  # whole texts: each example costs much
@given(pair=pairs)
def test_anything(entry: str, pair: tuple[str, str]) -> None:
    ENTRIES[entry](*pair)
