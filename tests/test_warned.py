"""Every warning points at the caller's own line, whichever entry point gives it."""

import warnings
from collections.abc import Callable

import pytest

from termalign import Aligner, Glossary, align, align_words

JA, EN = "警察庁が桜島を調べた。", "The National Police Agency looked into Sakurajima."
CHECKED = Glossary.from_pairs([("桜島", "Sakurajima")])
Call = Callable[[], object]

WARNING: list[tuple[str, Call]] = [
    ("a term that is not in the text", lambda: Aligner().align(JA, EN, terms=["消費税"])),
    ("… traced", lambda: Aligner().trace(JA, EN, terms=["消費税"])),
    ("… by the function", lambda: align(JA, EN, terms=["消費税"])),
    ("texts in the wrong languages", lambda: Aligner().align(EN, JA)),
    ("… by the function", lambda: align(EN, JA)),
    ("… of many pairs", lambda: list(Aligner().pipe([(EN, JA)]))),
    ("too few comparisons", lambda: Aligner(max_comparisons=1).align_words(JA, EN)),
    ("… by the function", lambda: align_words(JA, EN, max_comparisons=1)),
    ("a glossary in the wrong languages", lambda: Glossary.from_pairs([("police", "警察")])),
    ("… of an aligner", lambda: Aligner(glossary=[("police", "警察")])),
    ("a list of terms with their English", lambda: Aligner().prepare(["警察庁\tNational Police Agency"])),
    ("… by the function", lambda: align(["桜島\tSakurajima"], EN)),
    ("an entry that does not fit", lambda: CHECKED.within("1 character")),
    ("pairs that only repeat others", lambda: Aligner.fit([("桜島が噴火した。", "Sakurajima erupted.")] * 9)),
]
SILENT: list[tuple[str, Call]] = [
    ("a term that is in the text", lambda: align(JA, EN, terms=["桜島"])),
    ("… traced", lambda: Aligner().trace(JA, EN, terms=["桜島"])),
    ("texts in their languages", lambda: align(JA, EN)),
    ("enough comparisons", lambda: align_words(JA, EN, max_comparisons=10_000)),
    ("a glossary", lambda: Aligner(glossary=[("警察", "police")])),
    ("a list of terms", lambda: align(["警察庁"], EN)),
    ("an entry that fits", lambda: CHECKED.within("1 entry")),
]


@pytest.mark.parametrize("call", [call for _, call in WARNING], ids=[name for name, _ in WARNING])
def test_a_warning_points_at_the_callers_line(call: Call) -> None:
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        call()
    assert [(each.filename, each.lineno) for each in found] == [(__file__, call.__code__.co_firstlineno)]


@pytest.mark.parametrize("call", [call for _, call in SILENT], ids=[name for name, _ in SILENT])
def test_nothing_is_warned_of(call: Call) -> None:
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        call()
    assert found == []
