"""What is made quickly is what its class makes."""

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from termalign import making
from termalign.compact import packed_links, packed_spans, unpacked_links, unpacked_spans
from termalign.model import Evidence, Link, Part, Span

_SPAN = Span(0, 2, "桜島")
_PART = Part(_SPAN, Span(4, 14, "Sakurajima"), "romaji")
_REASON = Evidence("romaji", 0.9, 1.0, ("サクラジマ", "sakurajima"))
_LINK = Link(_SPAN, Span(4, 14, "Sakurajima"), "romaji", 0.97, (_REASON,), (_PART,))
_MADE = [(making.span, _SPAN), (making.reason, _REASON), (making.part, _PART), (making.link, _LINK)]


@pytest.mark.parametrize(("make", "expected"), _MADE)
def test_made_is_the_same(make: Any, expected: Any) -> None:
    names = [field.name for field in dataclasses.fields(expected)]
    made = make(*[getattr(expected, name) for name in names])
    assert type(made) is type(expected)
    assert (made, hash(made), repr(made)) == (expected, hash(expected), repr(expected))
    assert pickle.loads(pickle.dumps(made)) == copy.deepcopy(made) == dataclasses.replace(made) == expected
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, names[0], None)


def test_packed_and_unpacked_are_the_same() -> None:
    ja, en = "桜島が", "The Sakurajima"
    assert unpacked_links(packed_links([_LINK]), ja, en) == (_LINK,)
    assert unpacked_spans(packed_spans([_SPAN]), ja) == (_SPAN,)
