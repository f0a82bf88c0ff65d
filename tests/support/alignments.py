"""Alignments of any texts at all, for Hypothesis: what a picture or a file makes of a link is no matter of its being right."""

from hypothesis import strategies as st

from termalign import Alignment, Evidence, Link, Span
from termalign.model import KINDS

JAPANESE = "警察庁は特殊詐欺の被害を調べた。「犯罪」ー々ぁ、１２95 \n𠮷ﾊﾟ匿流バイト"
ENGLISH = 'The police (NPA) said "fraud" & <b>’s\t\n— naïve 😀 警'
HOSTILE = "\x00\x0b\x1b\x85\ud800\udfff\ufffe\u202e\u200f\u0301<>&\"'`"


@st.composite
def alignments(draw: st.DrawFn, overlapping: bool = False) -> Alignment:
    """Two texts, and links whose spans keep apart unless `overlapping`."""
    ja = draw(st.text(st.sampled_from(JAPANESE + HOSTILE), max_size=120))
    en = draw(st.text(st.sampled_from(ENGLISH + HOSTILE), max_size=300))
    sides = [draw(_spans(text, overlapping)) for text in (ja, en)]
    size = min(map(len, sides))
    order = draw(st.permutations(range(size)))
    links = [
        Link(
            Span.of(ja, *sides[0][k]),
            Span.of(en, *sides[1][order[k]]),
            draw(st.sampled_from(KINDS)),
            draw(st.floats(0.01, 1)),
            (Evidence("gloss", 0.5, 1.0, (ja[:9], en[:9])),),
        )
        for k in range(size)
    ]
    return Alignment(ja, en, tuple(sorted(links, key=lambda link: (link.ja.start, link.en.start))))


@st.composite
def _spans(draw: st.DrawFn, text: str, overlapping: bool) -> list[tuple[int, int]]:
    """Spans with something to see in them."""
    borders = sorted(draw(st.lists(st.integers(0, len(text)), max_size=24, unique=not overlapping)))
    pairs = list(zip(borders[::2], borders[1::2], strict=False))
    if overlapping:
        pairs += list(zip(borders[::3], borders[2::3], strict=False))
    return [(start, end) for start, end in dict.fromkeys(pairs) if text[start:end].strip()]
