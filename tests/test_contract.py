"""What other tools rely on: shapes, offsets, errors, and that no call disturbs another."""

import json
import os
import pickle
import random
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import pairwise, repeat
from multiprocessing import active_children
from typing import Any

import pytest
from samples import ARTICLE, MIXED, PAIRS, TERMS

from termalign import Aligner, Alignment, Glossary, Lexicon, Link, Span, align, align_mixed, align_words
from termalign.formats import GlossaryEntry
from termalign.kinds.registry import REGISTRY
from termalign.model import KINDS, Kind


@pytest.fixture(scope="module")
def aligner() -> Aligner:
    return Aligner()


def assert_sound(found: Alignment) -> None:
    """What holds of every alignment, whatever the texts."""
    for link in found:
        for raw, span in [(found.ja, link.ja), (found.en, link.en), *inner(found, link)]:
            assert 0 <= span.start < span.end <= len(raw)
            assert span.text == raw[span.start : span.end]
        assert 0 < link.score <= 1
        assert link.kind in KINDS
        assert link.kind in {reason.kind for reason in link.evidence}
        for reason in link.evidence:
            assert 0 < reason.strength <= 1
            assert 0 < reason.coverage <= 1
            assert reason.forms
    for span in found.unaligned:
        assert 0 <= span.start < span.end <= len(found.ja)
        assert span.text == found.ja[span.start : span.end]


def inner(found: Alignment, link: Link) -> Iterator[tuple[str, Span]]:
    for part in link.parts:
        yield found.ja, part.ja
        yield found.en, part.en


# Shape


@pytest.mark.parametrize(("ja", "en"), PAIRS)
def test_parallel_text(ja: str, en: str, aligner: Aligner) -> None:
    found = aligner.align(ja, en)
    assert (found.ja, found.en) == (ja, en)
    assert_sound(found)
    assert list(found.links) == sorted(found, key=lambda link: (link.ja.start, link.en.start))


@pytest.mark.parametrize(("ja", "en"), PAIRS)
def test_each_word_of_parallel_text_has_one_link(ja: str, en: str, aligner: Aligner) -> None:
    links = aligner.align(ja, en).links
    for side in ("ja", "en"):
        spans = sorted((getattr(link, side).start, getattr(link, side).end) for link in links)
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_a_term_list_is_joined_with_line_feeds(aligner: Aligner) -> None:
    found = aligner.align(TERMS, ARTICLE)
    assert found.ja == "\n".join(TERMS)
    assert found.en == ARTICLE
    assert_sound(found)
    assert {link.ja.text for link in found} | {span.text for span in found.unaligned} == set(TERMS)
    assert "消費税" in {span.text for span in found.unaligned}


def test_a_listed_term_keeps_every_mention(aligner: Aligner) -> None:
    en = "Sakurajima erupted. Ash from Sakurajima fell on Kagoshima."
    assert [link.en.start for link in aligner.align(["桜島"], en)] == [0, 29]


def test_any_iterable_of_terms_will_do(aligner: Aligner) -> None:
    expected = aligner.align(TERMS, ARTICLE)
    assert aligner.align(tuple(TERMS), ARTICLE) == expected
    assert aligner.align((term for term in TERMS), ARTICLE) == expected


@pytest.mark.parametrize("terms", [[], [""], ["", ""]])
def test_no_terms_no_links(terms: list[str], aligner: Aligner) -> None:
    found = aligner.align(terms, ARTICLE)
    assert (found.ja, found.links, found.unaligned) == ("\n".join(terms), (), ())


def test_an_empty_text_has_an_empty_alignment(aligner: Aligner) -> None:
    assert aligner.align("", "") == Alignment("", "")
    assert aligner.align("", ARTICLE) == Alignment("", ARTICLE)
    assert aligner.align("警察庁", "").links == ()
    assert aligner.align_mixed("") == Alignment("", "")
    assert aligner.align_words("", "") == []
    assert aligner.align_words([], []) == []


def test_terms_as_strings_are_found_wherever_they_stand(aligner: Aligner) -> None:
    ja, en = "桜島が噴火した。桜島の灰が降った。", "Sakurajima erupted. Ash from Sakurajima fell."
    with pytest.warns(UserWarning, match=r"^terms not in the Japanese text: 存在しない語$"):
        found = aligner.align(ja, en, terms=["桜島", "存在しない語"])
    assert {(link.ja.start, link.ja.end) for link in found} == {(0, 2), (8, 10)}
    assert_sound(found)


def test_terms_as_offsets_are_the_spans_of_the_links(aligner: Aligner) -> None:
    ja, en = PAIRS[0]
    wanted = [(0, 3), (4, 8), [13, 17]]
    found = aligner.align(ja, en, terms=wanted)  # type: ignore[arg-type]
    spans = [*(link.ja for link in found), *found.unaligned]
    assert {(span.start, span.end) for span in spans} == {(0, 3), (4, 8), (13, 17)}


@pytest.mark.parametrize(
    ("ja", "en", "term", "spans"),
    [
        ("サーバの障害", "the server failure", "サーバー", [(0, 3)]),
        ("サーバとサーバー", "a server and a server", "サーバー", [(0, 3), (4, 8)]),
        ("引越の日", "the day of the move", "引っ越し", [(0, 2)]),
        ("彼は昨日申込んだ。", "He applied yesterday.", "申し込む", [(4, 7)]),
        ("ﾊﾞｲﾄの男", "a man with a job", "バイト", [(0, 4)]),
        ("サーバーの障害", "the server failure", " サーバー\n", [(0, 4)]),
    ],
)
def test_a_term_is_found_in_every_spelling(
    ja: str, en: str, term: str, spans: list[tuple[int, int]], aligner: Aligner
) -> None:
    found = aligner.align(ja, en, terms=[term])
    assert sorted((s.start, s.end) for s in [*(link.ja for link in found), *found.unaligned]) == spans
    assert found == aligner.align(ja, en, terms=spans)
    assert aligner.trace(ja, en, terms=[term]) == aligner.trace(ja, en, terms=spans)


@pytest.mark.parametrize(
    ("ja", "term"), [("無いと困る。", "ナイト"), ("日本語を読みました。", "サーバー"), ("", "桜島")]
)
def test_a_term_that_only_looks_alike_is_not_in_the_text(ja: str, term: str, aligner: Aligner) -> None:
    for call in (aligner.align, aligner.trace, align):
        with pytest.warns(UserWarning, match=f"not in the Japanese text: {term}"):
            call(ja, "The server reads.", terms=[term])


def test_absent_terms_are_named_in_one_warning(aligner: Aligner) -> None:
    with pytest.warns(UserWarning, match=r"雪0, 雪1, .*, 雪9 and 2 more$"):
        aligner.align("桜島", "Sakurajima", terms=[f"雪{k}" for k in range(12)])


def test_a_span_is_a_term(aligner: Aligner) -> None:
    ja, en = PAIRS[0]
    spans = [Span.of(ja, 0, 3), Span.of(ja, 4, 8)]
    assert aligner.align(ja, en, terms=spans) == aligner.align(ja, en, terms=[(0, 3), (4, 8)])
    assert aligner.trace(ja, en, terms=spans) == aligner.trace(ja, en, terms=[(0, 3), (4, 8)])
    with pytest.raises(ValueError, match=r"terms\[0\]: offsets 0:99 are outside"):
        aligner.align(ja, en, terms=[Span(0, 99, "警察庁")])


def test_strings_and_offsets_say_the_same(aligner: Aligner) -> None:
    ja, en = PAIRS[0]
    assert aligner.align(ja, en, terms=["警察庁", (4, 8)]) == aligner.align(ja, en, terms=[(0, 3), "特殊詐欺"])


def test_mixed_text_has_one_text_on_both_sides(aligner: Aligner) -> None:
    found = aligner.align_mixed(ARTICLE)
    assert found.ja == found.en == ARTICLE
    assert "Tokuryu" in found.renderings()["匿名・流動型犯罪グループ"]


@pytest.mark.parametrize("text", MIXED)
def test_no_link_of_mixed_text_overlaps_itself(text: str, aligner: Aligner) -> None:
    found = aligner.align_mixed(text)
    assert_sound(found)
    for link in found:
        assert link.ja.end <= link.en.start or link.en.end <= link.ja.start
        assert not any(char > "\u2fff" for char in link.en.text), "Japanese does not render Japanese"


def test_word_pairs_are_token_positions(aligner: Aligner) -> None:
    ja, en = ["警察", "が", "男", "を", "逮捕", "し", "た"], ["Police", "arrested", "a", "man"]
    pairs = aligner.align_words(ja, en)
    assert {(0, 0), (4, 1)} <= set(pairs)
    assert pairs == sorted(set(pairs))
    assert not {1, 3} & {i for i, _ in pairs}, "particles are left out"
    assert 2 not in {j for _, j in pairs}, "articles are left out"
    assert aligner.align_words("".join(ja), " ".join(en)) == pairs


def test_functions_and_methods_agree(aligner: Aligner) -> None:
    ja, en = PAIRS[0]
    assert align(ja, en) == aligner.align(ja, en)
    assert align_mixed(ARTICLE) == aligner.align_mixed(ARTICLE)
    assert align_words(ja, en) == aligner.align_words(ja, en)


# Errors


@pytest.mark.parametrize(
    ("ja", "en"),
    [(b"\xe8\xad\xa6", "police"), ("警察", b"police"), ([b"\xe8\xad\xa6"], "police"), (bytearray(b"x"), "police")],
)
def test_bytes_are_refused_with_advice(ja: object, en: object, aligner: Aligner) -> None:
    with pytest.raises(TypeError, match="decode first"):
        aligner.align(ja, en)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="decode first"):
        aligner.align_words(ja, en)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [None, 3, ["a", "b"]])
def test_what_is_no_text_is_refused(text: object, aligner: Aligner) -> None:
    with pytest.raises(TypeError, match="must be str"):
        aligner.align("警察", text)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="must be str"):
        aligner.align_mixed(text)  # type: ignore[arg-type]


@pytest.mark.parametrize("ja", [None, 3, [None], ["警察", 3]])
def test_what_is_no_list_of_terms_is_refused(ja: object, aligner: Aligner) -> None:
    with pytest.raises(TypeError, match="must be str"):
        aligner.align(ja, "police")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("terms", "message"),
    [
        ([(0, 3)], r"terms\[0\]: offsets 0:3 are outside the Japanese text of 2"),
        (["警", (-1, 1)], r"terms\[1\]: offsets -1:1 are outside the Japanese text of 2"),
        ([(2, 1)], "offsets 2:1 have no text between them"),
        ([(1, 1)], "offsets 1:1 have no text between them"),
    ],
)
def test_offsets_of_no_term_are_refused(terms: list[tuple[int, int]], message: str, aligner: Aligner) -> None:
    with pytest.raises(ValueError, match=message):
        aligner.align("警察", "police", terms=terms)


@pytest.mark.parametrize(
    ("terms", "message"),
    [
        ("警察", "terms must be"),
        (b"\xe8\xad", "terms must be"),
        (5, "terms must be"),
        ([b"\xe8\xad"], "decode first"),
        ([None], r"terms\[0\] must be str, \(start, end\) or Span, not None"),
        (["警", 3], r"terms\[1\] must be str, \(start, end\) or Span, not int: 3"),
        ([(0, 2, "LOC")], r"must be str, \(start, end\) or Span, not tuple: \(0, 2, 'LOC'\)"),
        ([{"start": 0, "end": 2}], r"must be str, \(start, end\) or Span, not dict"),
        ([(0.0, 2.0)], r"offsets are whole numbers, not tuple: \(0\.0, 2\.0\)"),
        ([("0", "2")], "offsets are whole numbers"),
    ],
)
def test_terms_that_are_no_terms_are_refused(terms: object, message: str, aligner: Aligner) -> None:
    with pytest.raises(TypeError, match=message):
        aligner.align("警察", "police", terms=terms)  # type: ignore[arg-type]


def test_offsets_may_be_whole_numbers_of_any_type(aligner: Aligner) -> None:
    numpy = pytest.importorskip("numpy")
    expected = aligner.align("桜島の警察", "Police", terms=[(3, 5)])
    assert len(expected) == 1
    assert aligner.align("桜島の警察", "Police", terms=numpy.array([[3, 5]])) == expected


def test_terms_do_not_go_with_a_term_list(aligner: Aligner) -> None:
    with pytest.raises(ValueError, match="terms="):
        aligner.align(["警察"], "police", terms=["警察"])


@pytest.mark.parametrize(
    ("en", "message"),
    [
        (["A bear.", "Ash."], r"en must be str, not list: for many pairs, use Aligner\(\)\.pipe\(zip\(ja, en\)\)"),
        (("A bear.",), "en must be str, not tuple: for many pairs"),
        (None, "en must be str, not NoneType$"),
        (5, "en must be str, not int$"),
        (b"A bear.", "en is bytes: decode first$"),
    ],
)
def test_one_english_text_is_aligned(en: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        align(["熊"], en)


class Vectors:
    """An encoder that gives the same vectors whatever it is asked."""

    def __init__(self, *vectors: list[float]) -> None:
        self.vectors = vectors

    def encode(self, texts: list[str]) -> list[list[float]]:
        return [self.vectors[k % len(self.vectors)] for k in range(len(texts))]


@pytest.mark.parametrize(
    ("settings", "error", "message"),
    [
        ({"kinds": ["glos"]}, ValueError, "unknown kind of evidence: glos; the kinds are glossary"),
        ({"kinds": []}, ValueError, "kinds is empty"),
        ({"kinds": "gloss"}, TypeError, r"kinds is a str.*\['gloss'\]"),
        ({"kinds": [5]}, TypeError, "a kind of evidence must be str, not int"),
        ({"min_score": 5}, ValueError, "min_score must be from 0 to 1, not 5"),
        ({"min_score": -1}, ValueError, "min_score must be from 0 to 1, not -1"),
        ({"min_score": float("nan")}, ValueError, "min_score must be from 0 to 1, not nan"),
        ({"min_score": "0.5"}, TypeError, "min_score must be a number from 0 to 1, not str: '0.5'"),
        ({"min_score": None}, TypeError, "min_score must be a number from 0 to 1, not None"),
        ({"min_score": True}, TypeError, "min_score must be a number"),
        ({"lexicon": 5}, TypeError, "lexicon must be a Lexicon, not int"),
        ({"lexicon": "my.sqlite"}, TypeError, r"not str; for a file, pass Lexicon\(path\)"),
        ({"encoder": 5}, TypeError, r"encoder must be an object with a method encode\(texts\), not int: 5"),
        ({"encoder": Vectors}, TypeError, "not the class Vectors: pass an instance"),
        ({"glossary": 5}, TypeError, "a glossary must be a mapping, pairs, records or a path, not int"),
        ({"glossary": {"梅": None}}, TypeError, r"glossary\['梅'\] must be str or a list of str, not None"),
    ],
)
def test_settings_that_are_none_are_refused(settings: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        Aligner(**settings)
    with pytest.raises(error, match=message):
        align("警察", "police", **settings)


@pytest.mark.parametrize("least", [0, 1, 0.5])
def test_a_least_score_is_a_float_however_it_is_given(least: float) -> None:
    numpy = pytest.importorskip("numpy")
    assert pickle.dumps(Aligner(min_score=numpy.float64(least))) == pickle.dumps(Aligner(min_score=float(least)))
    assert type(Aligner(min_score=least).min_score) is float


@pytest.mark.parametrize(
    ("vectors", "message"),
    [
        ([[float("nan"), 1.0]], "finite numbers: for '.+' it returned NaN or infinity"),
        ([[1.0, 2.0], [1.0, 1e99]], "finite numbers"),
        ([[1.0], [1.0, 2.0]], "vectors of numbers, all of one length"),
    ],
)
def test_vectors_that_are_none_are_refused(vectors: list[list[float]], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Aligner(encoder=Vectors(*vectors)).align(
            "警察は昨日、放火犯を逮捕した。", "Police arrested the firebug yesterday."
        )


def test_an_unknown_option_is_refused() -> None:
    with pytest.raises(TypeError, match="min_scor"):
        align("警察", "police", min_scor=0.5)  # type: ignore[call-arg]


@pytest.mark.parametrize("option", ["n_process", "batch_size"])
def test_a_pipe_of_nothing_is_refused_at_once(option: str, aligner: Aligner) -> None:
    options: dict[str, Any] = {option: 0}
    with pytest.raises(ValueError, match=option):
        aligner.pipe(PAIRS, **options)


# Options


@pytest.mark.parametrize(
    ("ja", "likelier", "other"),
    [("モード", "mud", "medal"), ("バレー", "ballet", "bury"), ("警察庁", "police", "office")],
)
def test_scores_tell_the_likelier_of_two(ja: str, likelier: str, other: str) -> None:
    every = Aligner(min_score=0.0)
    better, worse = (max(link.score for link in every.align([ja], en)) for en in (likelier, other))
    assert better > worse > 0


@pytest.mark.parametrize("minimum", [0.0, 0.5, 0.8, 0.99])
def test_min_score_leaves_out_what_scores_less(minimum: float) -> None:
    found = Aligner(min_score=minimum).align(TERMS, ARTICLE)
    assert all(link.score >= minimum for link in found)
    every = Aligner(min_score=0.0).align(TERMS, ARTICLE)
    assert len(found) <= len(every)


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_are_the_only_evidence(kind: Kind) -> None:
    chosen = Aligner(kinds=[kind], min_score=0.0, glossary={"警察庁": "NPA"})
    for found in [chosen.align(TERMS, ARTICLE), *chosen.pipe(PAIRS)]:
        assert {reason.kind for link in found for reason in link.evidence} <= {kind}


@pytest.mark.parametrize(
    ("kind", "term", "en"),
    [
        ("gloss", "警察庁", "National Police Agency"),
        ("romaji", "桜島", "Sakurajima"),
        ("date", "10月1日", "October 1st"),
        ("number", "95億円", "9.5 billion yen"),
    ],
)
def test_one_kind_is_enough(kind: Kind, term: str, en: str) -> None:
    found = Aligner(kinds=[kind], min_score=0.0).align([term], f"They spoke of {en} there.")
    assert en in [link.en.text for link in found]


def test_a_glossary_comes_first() -> None:
    (link,) = Aligner(glossary={"匿流": "Shadow Net"}).align(["匿流"], "Police pursue the Shadow Net.")
    assert (link.en.text, link.kind) == ("Shadow Net", "glossary")


def test_a_glossary_is_for_its_aligner_only() -> None:
    Aligner(glossary={"匿流": "Shadow Net"}).align(["匿流"], "Police pursue the Shadow Net.")
    assert Aligner().align(["匿流"], "Police pursue the Shadow Net.").links == ()
    assert Lexicon.default().renderings("匿流") == ()


# Results


def test_renderings_are_distinct_and_best_first(aligner: Aligner) -> None:
    found = aligner.align(TERMS, ARTICLE)
    renderings = found.renderings()
    assert list(renderings) == list(dict.fromkeys(link.ja.text for link in found))
    for ja, english in renderings.items():
        best = [max(link.score for link in found if (link.ja.text, link.en.text) == (ja, en)) for en in english]
        assert best == sorted(best, reverse=True)
        assert len(english) == len(set(english))


def test_an_alignment_iterates_over_its_links(aligner: Aligner) -> None:
    found = aligner.align(TERMS, ARTICLE)
    assert tuple(found) == found.links
    assert len(found) == len(found.links) > 0
    assert (found[0], found[-1], found[:2]) == (found.links[0], found.links[-1], found.links[:2])
    with pytest.raises(IndexError):
        found[len(found)]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Aligner(), "Aligner()"),
        (Aligner(min_score=0.7, kinds={"gloss", "romaji"}), "Aligner(min_score=0.7, kinds=['romaji', 'gloss'])"),
        (Aligner(glossary={"匿流": "Tokuryu"}), "Aligner(lexicon=Lexicon(glossary=1))"),
        (Lexicon("my.sqlite"), "Lexicon('my.sqlite')"),
        (Glossary.of({"匿流": "Tokuryu"}), "Glossary(1 terms)"),
        (Alignment("匿流", "x" * 40), f"Alignment('匿流', '{'x' * 29}…', links=0, unaligned=0)"),
    ],
    ids=str,
)
def test_a_repr_says_what_is_set_and_how_much_there_is(value: object, shown: str) -> None:
    assert repr(value) == shown


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("min_score", 0.999),
        ("kinds", {"x"}),
        ("max_comparisons", 1),
        ("lexicon", Lexicon()),
        ("glossary", Glossary()),
        ("model", None),
    ],
)
def test_the_settings_of_an_aligner_cannot_be_changed(setting: str, value: object, aligner: Aligner) -> None:
    before = getattr(aligner, setting)
    with pytest.raises(AttributeError, match=rf"make a new one, Aligner\({setting}=…\)"):
        setattr(aligner, setting, value)
    assert getattr(aligner, setting) is before


def test_an_aligner_says_its_glossary() -> None:
    entry = GlossaryEntry("障害", ("failure",), forbidden=("bug",))
    below = Lexicon.default().with_glossary([("匿流", "Tokuryu"), ("障害", "outage")])
    aligner = Aligner(below, glossary=Glossary((entry,)))
    assert list(aligner.glossary) == [entry, GlossaryEntry("匿流", ("Tokuryu",))]
    assert pickle.loads(pickle.dumps(aligner)).glossary == aligner.glossary
    assert Aligner().glossary == Aligner(glossary=None).glossary == Glossary()


def test_completion_shows_what_is_for_use(aligner: Aligner) -> None:
    for value in (aligner, aligner.prepare(["警察"])):
        assert all(
            getattr(value, name, None) is not None or name in {"kinds", "max_comparisons", "model"}
            for name in dir(value)
        )
    assert {"align", "pipe", "prepare"} <= set(dir(aligner))
    assert not {"term", "kept", "semantics"} & set(dir(aligner))


def test_json_says_what_the_dictionary_says(aligner: Aligner) -> None:
    found = aligner.align(TERMS, ARTICLE)
    assert json.loads(found.to_json()) == found.to_dict()
    assert json.loads(found.to_json(ensure_ascii=True, indent=1)) == found.to_dict()
    assert found.to_dict()["links"][0]["ja"]["text"] == found.links[0].ja.text
    assert "特殊詐欺" in found.to_json()
    assert "\n" not in found.to_json()


def test_pharaoh_pairs_are_those_of_align_words(aligner: Aligner) -> None:
    found = aligner.align("警察庁は詐欺を調べた。", "The National Police Agency looked into fraud.")
    pairs = [tuple(map(int, pair.split("-"))) for pair in found.to_pharaoh().split()]
    assert pairs
    assert pairs == sorted(set(pairs))
    assert set(pairs) <= set(aligner.align_words(found.ja, found.en))
    assert Alignment("", "").to_pharaoh() == ""


def test_an_explanation_names_every_link(aligner: Aligner) -> None:
    found = aligner.align(TERMS, ARTICLE)
    explanation = found.explain()
    for link in found:
        assert f"{link.ja.text} ↔ {link.en.text}" in explanation
    assert Alignment("警察", "x").explain() == ""


def test_results_are_values(aligner: Aligner) -> None:
    found = aligner.align(TERMS, ARTICLE)
    assert hash(found) == hash(aligner.align(TERMS, ARTICLE))
    assert pickle.loads(pickle.dumps(found)) == found
    with pytest.raises(AttributeError):
        found.links[0].score = 1.0  # type: ignore[misc]


# No call disturbs another


def test_a_second_call_does_not_change_a_first_result(aligner: Aligner) -> None:
    results = [aligner.align(ja, en) for ja, en in PAIRS]
    before = [found.to_json() for found in results]
    for ja, en in PAIRS:
        aligner.align(ja + "追記", f"{en} A postscript.")
        aligner.align(TERMS, ARTICLE)
    assert [found.to_json() for found in results] == before


def test_answers_do_not_depend_on_what_was_asked_before() -> None:
    fresh = [Aligner().align(ja, en) for ja, en in PAIRS]
    used = Aligner()
    for _ in range(2):
        assert [used.align(ja, en) for ja, en in PAIRS] == fresh
    assert [used.align(ja, en) for ja, en in reversed(PAIRS)] == fresh[::-1]


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_kinds_does_not_matter(seed: int, aligner: Aligner, monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = list(REGISTRY)
    random.Random(seed).shuffle(kinds)
    monkeypatch.setattr("termalign.kinds.registry.REGISTRY", tuple(kinds))
    shuffled = Aligner()
    for ja, en in PAIRS:
        assert shuffled.align(ja, en) == aligner.align(ja, en)
    assert shuffled.align(TERMS, ARTICLE) == aligner.align(TERMS, ARTICLE)
    assert shuffled.align_mixed(ARTICLE) == aligner.align_mixed(ARTICLE)


def test_threads_that_meet_a_term_first_at_the_same_time_agree(aligner: Aligner) -> None:
    ja = "東京電力のテレビ番組で特別捜査課が、NHKの3人を逮捕した。"
    texts = [
        "Tokyo Electric",
        "arrested three people",
        "a TV programme",
        "the Special Investigation Division of NHK",
    ] * 2
    expected = [aligner.align(ja, en) for en in texts]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        for _ in range(20):
            shared = Aligner()
            with ThreadPoolExecutor(8) as pool:
                assert list(pool.map(partial(shared.align, ja), texts)) == expected
    finally:
        sys.setswitchinterval(before)


def test_threads_that_share_an_aligner_agree_with_one_thread(aligner: Aligner) -> None:
    work = [(ja * k, en) for k in (1, 2, 3) for ja, en in PAIRS] * 4
    expected = [aligner.align(*pair) for pair in work]
    shared = Aligner()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda pair: shared.align(*pair), work)) == expected


def test_processes_given_an_aligner_by_pickle_agree_with_one_process(aligner: Aligner) -> None:
    given = Aligner(glossary={"噴火": "blew up"}, min_score=0.6)
    expected = [given.align(ja, en) for ja, en in PAIRS]
    with ProcessPoolExecutor(2) as pool:
        assert list(pool.map(given.align, *zip(*PAIRS, strict=True))) == expected


def test_an_aligner_survives_pickling() -> None:
    given = Aligner(glossary={"匿流": "Shadow Net"}, min_score=0.7, kinds=["glossary"])
    again = pickle.loads(pickle.dumps(given))
    assert (again.min_score, again.kinds) == (0.7, {"glossary"})
    work = ["匿流", "警察"], "Police and Shadow Net"
    assert again.align(*work) == given.align(*work)


@pytest.mark.parametrize("batch_size", [1, 3, 64])
def test_a_pipe_keeps_order_on_any_number_of_processes(batch_size: int, aligner: Aligner) -> None:
    pairs = [(ja, f"{en} {k}") for k in range(3) for ja, en in PAIRS]
    expected = [aligner.align(ja, en) for ja, en in pairs]
    assert list(aligner.pipe(pairs)) == expected
    assert list(aligner.pipe(iter(pairs), n_process=2, batch_size=batch_size)) == expected


def test_a_pipe_takes_term_lists(aligner: Aligner) -> None:
    expected = [aligner.align(TERMS, ARTICLE)]
    assert list(aligner.pipe([(TERMS, ARTICLE)])) == expected
    assert list(aligner.pipe([((term for term in TERMS), ARTICLE)], n_process=2)) == expected


def test_a_pipe_reads_no_further_than_it_must(aligner: Aligner) -> None:
    taken = 0

    def endless() -> Iterator[tuple[str, str]]:
        nonlocal taken
        while True:
            taken += 1
            yield PAIRS[4]

    first = next(aligner.pipe(endless()))
    assert first == aligner.align(*PAIRS[4])
    assert taken == 1
    parallel = aligner.pipe(endless(), n_process=2, batch_size=1)
    assert next(parallel) == first
    parallel.close()  # type: ignore[attr-defined]
    assert taken < 100


def test_what_a_pipe_aligned_before_a_fault_is_not_lost(aligner: Aligner) -> None:
    pairs = [*PAIRS[:3], ("警察", b"police"), *PAIRS[:3]]
    for n_process in (1, 2):
        found: list[Alignment] = []
        with pytest.raises(TypeError, match="decode first"):
            found.extend(aligner.pipe(pairs, n_process=n_process, batch_size=5))  # type: ignore[arg-type]
        assert found == [aligner.align(*pair) for pair in PAIRS[:3]]


class Deadly:
    """An encoder that only the process it was made in survives."""

    def __init__(self) -> None:
        self.home = os.getpid()

    def encode(self, texts: list[str]) -> list[list[float]]:
        if os.getpid() != self.home:
            os.kill(os.getpid(), signal.SIGKILL)
        return [[1.0, float(len(text))] for text in texts]


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_a_pipe_says_that_a_worker_has_died() -> None:
    before = set(active_children())
    pairs = repeat(("日本の警察庁の発表。", "The unspeakable one."))
    with pytest.raises(BrokenProcessPool, match=r"worker process of pipe\(\) has died"):
        deque(Aligner(encoder=Deadly()).pipe(pairs, n_process=3, batch_size=1), maxlen=0)
    assert set(active_children()) <= before


@pytest.mark.parametrize("n_process", [1, 2])
@pytest.mark.parametrize(
    ("pair", "message"),
    [
        (("警察", b"police"), "pair 2: en is bytes: decode first"),
        (("警察", None), "pair 2: en must be str, not NoneType"),
        ((None, "police"), "pair 2: ja must be str or an iterable of str, not NoneType"),
        ((["警察", None], "police"), "pair 2: a term must be str, not NoneType"),
        (({b"x": 1}.keys(), "police"), "pair 2: a term is bytes: decode first"),
        ("ja", r"pair 2 must be \(ja, en\), not str: 'ja'"),
        ({"ja": "警察", "en": "police"}, r"pair 2 must be \(ja, en\), not dict"),
        ({"警察", "police"}, r"pair 2 must be \(ja, en\), not set"),
        (("警察", "police", "x"), r"pair 2 must be \(ja, en\), not tuple"),
        (7, r"pair 2 must be \(ja, en\), not int: 7"),
    ],
    ids=["bytes", "None", "no Japanese", "no term", "keys", "str", "a record", "a set", "three", "a number"],
)
def test_a_pair_that_is_none_is_named(pair: object, message: str, n_process: int, aligner: Aligner) -> None:
    found: list[Alignment] = []
    with pytest.raises(TypeError, match=message):
        found.extend(aligner.pipe([*PAIRS[:2], pair], n_process=n_process))  # type: ignore[list-item]
    assert found == [aligner.align(*given) for given in PAIRS[:2]]


@pytest.mark.parametrize("pairs", ["警察", 5, None])
def test_what_is_no_pairs_is_refused_at_once(pairs: object, aligner: Aligner) -> None:
    with pytest.raises(TypeError, match="pairs must be an iterable of"):
        aligner.pipe(pairs)  # type: ignore[call-overload]


def test_a_data_frame_is_neither_pairs_nor_terms(aligner: Aligner) -> None:
    pandas = pytest.importorskip("pandas")
    df = pandas.DataFrame({"ja": ["警察"], "en": ["police"]})
    calls: list[Callable[[], object]] = [
        lambda: aligner.pipe(df),
        lambda: aligner.prepare(df),
        lambda: aligner.align(df, "police"),
        lambda: aligner.align("警察", "police", terms=df),
        lambda: aligner.align_words(df, "police"),
        lambda: Aligner(glossary=df),
    ]
    for call in calls:
        with pytest.raises(TypeError, match=r"DataFrame yields its columns, not its rows: pass .*df\['ja'\]"):
            call()
    expected = [aligner.align("警察", "police")]
    assert list(aligner.pipe(zip(df["ja"], df["en"], strict=True))) == list(aligner.pipe(df.to_numpy())) == expected
    assert aligner.prepare(df["ja"]) == aligner.prepare(["警察"])
