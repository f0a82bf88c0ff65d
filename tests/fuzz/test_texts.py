"""Every entry point, on hostile texts: those of the corpus, pieces of them and markup strewn over sentences, and anything."""

import pytest
from fuzzing import ENTRIES, texts
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import PAIRS

TEXTS = {name: (ja, en) for name, ja, en in texts()}
PIECES = sorted({text[:6] for pair in TEXTS.values() for text in pair})
MARKUP = (
    ":meth:`{0}(x) <{0}>`", "{0}({1})<{0}>", "`{0} <https://{0}.com>`_", "<{0}>", "<{0} {1}>", "<{0}={1}>", "{0} <{0}>",
    "[{0} ({0})]", "(({0}) ({1}))", "({0} (<{1}>))", "[[{0}|{1}]]", "<b>{0}</b>", "&{0};", "%({0})s", "US${0}", "|{0}|",
)  # fmt: skip
NAMES = ("bytes.decode", "NPA", "US", "Thursday", "October 1", "January to March 2024", "11月3日", "警察庁", "½", "5%")


@st.composite
def strewn(draw: st.DrawFn, text: str) -> str:
    """A text with pieces of the corpus, markup, or anything, in it or in the place of some of it."""
    words = st.sampled_from([*NAMES, *text.split()])
    marked = st.builds(str.format, st.sampled_from(MARKUP), words, words)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        piece = draw(st.sampled_from(PIECES) | st.text(max_size=3) | marked)
        text = text[:at] + piece + text[at + draw(st.integers(0, 3)) :]
    return text


pairs = st.sampled_from([*PAIRS, *TEXTS.values()]).flatmap(lambda pair: st.tuples(*map(strewn, pair)))


@pytest.mark.filterwarnings("ignore:terms are read as Japanese only:UserWarning")
@pytest.mark.filterwarnings("ignore:.*(English|Japanese) stands where:UserWarning")
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("entry", ENTRIES)
def test_the_corpus(entry: str, text: str) -> None:
    ENTRIES[entry](*TEXTS[text])


@pytest.mark.filterwarnings("ignore:terms are read as Japanese only:UserWarning")
@pytest.mark.filterwarnings("ignore:.*(English|Japanese) stands where:UserWarning")
@pytest.mark.parametrize("entry", ENTRIES)
@settings(max_examples=settings.default.max_examples // 4)  # type: ignore[union-attr]  # whole texts: each example costs much
@given(pair=pairs)
def test_anything(entry: str, pair: tuple[str, str]) -> None:
    ENTRIES[entry](*pair)
