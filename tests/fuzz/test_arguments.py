"""Anything at all as an argument: a result, or an error that is documented, never one of the depths."""

import math
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from drawing import HALF_AS_MANY
from hypothesis import given
from hypothesis import strategies as st

from termalign import (
    Aligner,
    Alignment,
    Glossary,
    Lexicon,
    Link,
    Span,
    align,
    align_mixed,
    align_words,
    find_abbreviations,
    romanizations,
    romanize,
    tokenize,
    write_pairs,
)
from termalign.formats.alignments import write_alignments
from termalign.pictures import drawing, page

ALIGNER = Aligner()
FOUND = ALIGNER.align("警察庁は詐欺を調べた。", "The National Police Agency looked into fraud.")

values = st.recursive(
    st.sampled_from([None, True, 0, -1, 2.5, math.nan, b"police", bytearray(b""), "警察", "", "ja", object, len, ...])
    | st.text(max_size=3)
    | st.integers(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.tuples(inner, inner)
        | st.dictionaries(
            st.sampled_from(["ja", "en", "note", "links", "text"]) | st.text(max_size=2), inner, max_size=3
        )
        | st.lists(inner, max_size=2).map(iter)
    ),
    max_leaves=6,
)

CALLS: dict[str, Callable[[Any], object]] = {
    "align, ja": lambda x: align(x, "police"),
    "align, en": lambda x: align("警察", x),
    "align, terms": lambda x: align("警察", "police", terms=x),
    "align, situation": lambda x: align("警察", "police", situation=x),
    "align_mixed": align_mixed,
    "align_words, ja": lambda x: align_words(x, "police"),
    "align_words, en": lambda x: align_words("警察", x),
    "romanize": romanize,
    "romanize, system": lambda x: romanize("警察", system=x),
    "romanizations": romanizations,
    "tokenize": tokenize,
    "find_abbreviations": find_abbreviations,
    "Aligner, lexicon": lambda x: Aligner(lexicon=x),
    "Aligner, glossary": lambda x: Aligner(glossary=x),
    "Aligner, model": lambda x: Aligner(model=x),
    "Aligner.fit": lambda x: Aligner.fit(x),
    "Aligner.fit, one pair": lambda x: Aligner.fit([x]),
    "Aligner, min_score": lambda x: Aligner(min_score=x),
    "Aligner, kinds": lambda x: Aligner(kinds=x),
    "Aligner, encoder": lambda x: Aligner(encoder=x),
    "Aligner.pipe": lambda x: list(ALIGNER.pipe(x)),
    "Aligner.pipe, one pair": lambda x: list(ALIGNER.pipe([x])),
    "Aligner.pipe, n_process": lambda x: ALIGNER.pipe([], n_process=x),
    "Aligner.pipe, batch_size": lambda x: ALIGNER.pipe([], batch_size=x),
    "Aligner.prepare": ALIGNER.prepare,
    "Alignment.from_dict": Alignment.from_dict,
    "Alignment.from_dict, links": lambda x: Alignment.from_dict(FOUND.to_dict() | {"links": x}),
    "Alignment.from_dict, a link": lambda x: Alignment.from_dict(FOUND.to_dict() | {"links": [x]}),
    "Link.from_dict": Link.from_dict,
    "Span.from_dict": Span.from_dict,
    "Alignment.to_html, title": lambda x: FOUND.to_html(title=x),
    "Glossary.of": Glossary.of,
    "Glossary.from_pairs": Glossary.from_pairs,
    "Glossary.read": Glossary.read,
    "Glossary.read, format": lambda x: Glossary.read("no such file", x),
    "Lexicon.with_glossary": Lexicon.default().with_glossary,
    "Lexicon.with_learned": Lexicon.default().with_learned,
    "Lexicon.words": Lexicon.default().words,
    "write_pairs, pairs": lambda x: write_pairs("/dev/null", x, "tsv"),
    "write_alignments": lambda x: write_alignments("/dev/null", x, "jsonl"),
    "write_alignments, format": lambda x: write_alignments("/dev/null", [FOUND], x),
    "page": page,
    "page, one alignment": lambda x: page([x]),
    "drawing": drawing,
}


@pytest.mark.filterwarnings("ignore:left out of the glossary:UserWarning")
@pytest.mark.filterwarnings("ignore:terms not in the Japanese text:UserWarning")
@pytest.mark.parametrize("call", CALLS)
@HALF_AS_MANY  # of few values, for many calls
@given(value=values)
def test_any_value(call: str, value: object) -> None:
    with suppress(TypeError, ValueError, KeyError, OSError):
        CALLS[call](value)
