"""Wrong arguments of every public function: the error is one that is documented, and says which argument is wrong."""

import importlib
import inspect
import io
import math
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, get_args

import pytest

import termalign
from termalign import (
    abbreviations,
    annotation,
    checking,
    extraction,
    formats,
    kana,
    lists,
    model,
    pictures,
    projection,
    quantities,
    termbase,
)
from termalign.checking import reports
from termalign.formats import alignments
from termalign.formats.alignments.offsets import Offsets
from termalign.lexicon import LexiconError
from termalign.pictures.captions import Language

JA, EN = "警察庁は3件の詐欺を調べた。", "The National Police Agency (NPA) looked into 3 cases of fraud."
ALIGNER = termalign.Aligner()
FOUND = ALIGNER.align(JA, EN)
LIST = ALIGNER.prepare(["警察庁"])
(FINDING,) = termalign.check([("3回", "five times")])
GLOSSARY = termalign.Glossary.of({"警察庁": "National Police Agency", "詐欺": ["fraud", "scam"]})
LEXICON = termalign.Lexicon.default()
MODEL = termalign.Aligner.fit(
    [("環境を保存する。", "Save the setup."), ("この環境を開く。", "Open this setup.")] * 2
).model
assert MODEL is not None
TERMS = termalign.extract([(JA, EN)])
THREE = termalign.parse_quantities("3件", "ja")[0], termalign.parse_quantities("3 cases", "en")[0]
OPTIONS = {
    "lexicon": None, "glossary": None, "model": None, "min_score": 0.5, "kinds": None, "encoder": None, "max_comparisons": None
}  # fmt: skip

#: Every public function and method with valid arguments, each of which is exchanged for wrong ones.
CALLS: dict[str, tuple[Callable[..., object], dict[str, Any]]] = {
    "Aligner": (termalign.Aligner, OPTIONS),
    "Aligner.align": (ALIGNER.align, {"ja": JA, "en": EN, "terms": None, "situation": None}),
    "Aligner.align_mixed": (ALIGNER.align_mixed, {"text": EN}),
    "Aligner.align_words": (ALIGNER.align_words, {"ja": JA, "en": EN}),
    "Aligner.fit": (termalign.Aligner.fit, {"pairs": [(JA, EN)]}),
    "Aligner.kept": (ALIGNER.kept, {"terms": [JA]}),
    "Aligner.load": (termalign.Aligner.load, {"path": "no such file"}),
    "Aligner.pipe": (
        ALIGNER.pipe,
        {"pairs": [(JA, EN)], "n_process": 1, "batch_size": 1, "situation": None, "as_context": False},
    ),
    "Aligner.prepare": (ALIGNER.prepare, {"terms": [JA], "progress": None}),
    "Aligner.save": (termalign.Aligner(model=MODEL).save, {"path": "model"}),
    "Aligner.trace": (ALIGNER.trace, {"ja": JA, "en": EN, "terms": None}),
    "Alignment.from_dict": (termalign.Alignment.from_dict, {"found": FOUND.to_dict()}),
    "Alignment.from_json": (termalign.Alignment.from_json, {"text": FOUND.to_json()}),
    "Link.from_dict": (termalign.Link.from_dict, {"found": FOUND.links[0].to_dict()}),
    "Span.from_dict": (termalign.Span.from_dict, {"found": FOUND.links[0].ja.to_dict()}),
    "Finding.from_dict": (termalign.Finding.from_dict, {"found": FINDING.to_dict()}),
    "Alignment.to_html": (FOUND.to_html, {"title": "x", "glossary": GLOSSARY}),
    "Glossary": (termalign.Glossary, {"entries": GLOSSARY.entries}),
    "Glossary.find": (GLOSSARY.find, {"text": JA}),
    "Glossary.from_pairs": (termalign.Glossary.from_pairs, {"pairs": [("警察", "police")]}),
    "Glossary.get": (GLOSSARY.get, {"term": "警察"}),
    "Glossary.of": (termalign.Glossary.of, {"glossary": {"警察": "police"}}),
    "Glossary.read": (termalign.Glossary.read, {"path": "pairs.tsv", "format": None, "columns": None}),
    "Glossary.select": (GLOSSARY.select, {"text": JA}),
    "Glossary.to_prompt": (GLOSSARY.to_prompt, {"text": JA, "budget": 100}),
    "Glossary.within": (GLOSSARY.within, {"budget": 100}),
    "Glossary.write": (GLOSSARY.write, {"path": "x.tsv", "format": "tsv"}),
    "Lexicon": (lambda file: termalign.Lexicon(file).words("警察"), {"file": None}),
    "Lexicon.all_relatives": (LEXICON.all_relatives, {"stems": ["polic"]}),
    **{
        f"Lexicon.{name}": (getattr(LEXICON, name), {parameter: "警"})
        for parameter, names in {
            "term": ["words", "names", "renderings", "has", "told", "may_be_clipped"],
            "character": ["kanji", "associates", "associations"],
            "stem": ["related"],
            "key": ["writings"],
        }.items()
        for name in names
    },
    "Lexicon.with_glossary": (LEXICON.with_glossary, {"glossary": {"警察": "police"}}),
    "Lexicon.with_learned": (LEXICON.with_learned, {"learned": {"警察": [("police", 0.5)]}}),
    "Lexicon.with_model": (LEXICON.with_model, {"model": MODEL}),
    "Span.of": (termalign.Span.of, {"raw": EN, "start": 1, "end": 3}),
    "TermList.check": (LIST.check, {"lexicon": LEXICON}),
    "TermList.load": (termalign.TermList.load, {"path": "no such file"}),
    "TermList.save": (LIST.save, {"path": "list"}),
    "TermList.prepare": (termalign.TermList.prepare, {"terms": [JA], "lexicon": LEXICON}),
    "Termbase.to_html": (TERMS.to_html, {"title": "x"}),
    "Termbase.write": (TERMS.write, {"path": "x.tsv", "format": "tsv"}),
    "align": (termalign.align, {"ja": JA, "en": EN, "terms": None, "situation": None, **OPTIONS}),
    "align_mixed": (termalign.align_mixed, {"text": EN}),
    "align_words": (termalign.align_words, {"ja": JA, "en": EN}),
    "annotate": (termalign.annotate, {"alignment": FOUND, "style": "text", "min_score": 0.5, "glossary": GLOSSARY}),
    "check": (
        termalign.check,
        {
            "pairs": [(JA, EN)], "glossary": GLOSSARY, "kinds": None, "min_score": 0.5, "aligner": None, "file": "a",
            "min_chance": 0.5,
        },
    ),
    "extract": (
        termalign.extract,
        {
            "pairs": [(JA, EN)], "aligner": None, "known": None, "stop": (), "min_count": 1, "min_score": 0.5,
            "examples": 2, "n_process": 1,
        },
    ),
    "find_abbreviations": (termalign.find_abbreviations, {"text": EN}),
    "parse_quantities": (termalign.parse_quantities, {"text": EN, "language": "en"}),
    "project": (
        termalign.project, {"alignment": FOUND, "spans": [(0, 3)], "side": "ja", "aligner": None}
    ),
    "read_pairs": (termalign.read_pairs, {"path": "pairs.tsv", "format": None}),
    "romanizations": (termalign.romanizations, {"text": JA}),
    "romanize": (termalign.romanize, {"text": JA, "system": "hepburn", "glossary": GLOSSARY}),
    "select": (termalign.select, {"glossary": GLOSSARY, "text": JA}),
    "tokenize": (termalign.tokenize, {"text": JA}),
    "write_pairs": (termalign.write_pairs, {"path": "x.tsv", "pairs": [(JA, EN)], "format": "tsv"}),
    "abbreviations.is_short_form": (abbreviations.is_short_form, {"token": "NPA"}),
    "abbreviations.match_short_form": (
        abbreviations.match_short_form,
        {"short": "NPA", "words": ["National", "Police", "Agency"]},
    ),
    "abbreviations.mentions": (
        abbreviations.mentions,
        {"text": EN, "abbreviations": termalign.find_abbreviations(EN)},
    ),
    "abbreviations.singular": (abbreviations.singular, {"short": "NPAs"}),
    "checking.Suppressions": (lambda reasons: checking.Suppressions(reasons).reason(FINDING), {"reasons": {}}),
    "checking.Suppressions.read": (checking.Suppressions.read, {"path": "no such file"}),
    "checking.Suppressions.reason": (checking.Suppressions({}).reason, {"finding": FINDING}),
    "checking.read_baseline": (checking.read_baseline, {"path": "no such file"}),
    "checking.repair": (checking.repair, {"finding": FINDING}),
    "checking.unknown": (checking.unknown, {"findings": [FINDING], "baseline": frozenset()}),
    "checking.write_baseline": (checking.write_baseline, {"path": "baseline", "findings": [FINDING]}),
    "checking.reports.page": (
        reports.page,
        {"findings": [FINDING], "title": "x", "glossary": "x", "date": "x", "pairs": 3, "kinds": ["number"]},
    ),
    "checking.reports.row": (reports.row, {"finding": FINDING}),
    "checking.reports.sarif": (reports.sarif, {"findings": [FINDING], "suppressed": [(FINDING, "x")]}),
    "extraction.Extraction": (
        extraction.Extraction,
        {
            "known": None, "stop": (), "min_count": 1, "min_score": 0.5, "examples": 2, "lexicon": LEXICON
        },
    ),
    "extraction.Extraction.terms": (extraction.Extraction().terms, {"seen": []}),
    "extraction.observations": (
        extraction.observations,
        {"units": [formats.pairs.Unit(JA, EN)], "aligner": ALIGNER, "n_process": 1},
    ),
    "formats.GlossaryEntry": (
        formats.GlossaryEntry,
        {"ja": "警察", "en": ("police",), "note": "", "forbidden": (), "status": "", "pos": "", "definition": ""},
    ),
    "formats.size_limit": (formats.size_limit, {"megabytes": 10}),
    "formats.alignments.alignment_lines": (
        alignments.alignment_lines,
        {"alignments": [FOUND], "format": "doccano", "offsets": None},
    ),
    "formats.alignments.write_alignments": (
        alignments.write_alignments,
        {"target": "x.jsonl", "alignments": [FOUND], "format": "jsonl", "offsets": None},
    ),
    **{
        f"kana.{name}": (getattr(kana, name), {parameter: given})
        for (parameter, given), names in {
            ("text", "カナ"): ["all_kana", "all_katakana", "has_kanji", "latin_key", "to_hiragana", "to_katakana"],
            ("char", "カ"): ["is_hiragana", "is_japanese", "is_kana", "is_kanji", "is_katakana"],
            ("word", "kana"): ["is_romaji"],
            ("kana", "カナ"): ["kana_consonants"],
            ("key", "kana"): ["latin_consonants", "latin_opening", "loose"],
        }.items()
        for name in names
    },
    "kana.kana_keys": (kana.kana_keys, {"kana": "カナ", "borders": ()}),
    "kana.kana_openings": (lambda kana_: kana.kana_openings(kana_), {"kana_": "カナ"}),
    "kana.morae": (kana.morae, {"kana": "カナ", "borders": ()}),
    "kana.romaji_similarity": (kana.romaji_similarity, {"kana": "カナ", "latin": "kana", "borders": ()}),
    "kana.romanize_kana": (kana.romanize_kana, {"kana": "カナ", "system": "kunrei", "borders": ()}),
    "kana.spell": (kana.spell, {"kana": "カナ", "style": kana.Style(), "borders": ()}),
    "kana.spell_variants": (kana.spell_variants, {"kana": "カナ", "borders": ()}),
    "learned.Model.load": (type(MODEL).load, {"path": "no such file"}),
    "learned.Model.save": (MODEL.save, {"path": "model"}),
    "learned.Model.renderings": (MODEL.renderings, {"headword": "環境"}),
    "learned.Model.seen": (MODEL.seen, {"headword": "環境"}),
    "learned.Model.get": (MODEL.get, {"headword": "環境"}),
    "learned.Model.occurrences": (MODEL.occurrences, {"stem": "setup"}),
    "lists.is_term_list": (lists.is_term_list, {"path": "list"}),
    "pictures.drawing": (pictures.drawing, {"alignment": FOUND, "width": 900.0, "glossary": GLOSSARY}),
    "pictures.fragment": (pictures.fragment, {"alignment": FOUND}),
    "pictures.page": (
        pictures.page,
        {"alignments": [FOUND], "title": "x", "names": ["x"], "language": "en", "glossary": GLOSSARY},
    ),
    "quantities.compare": (quantities.compare, dict(zip(("ja", "en"), THREE, strict=True))),
    "quantities.equivalence": (quantities.equivalence, dict(zip(("ja", "en"), THREE, strict=True))),
    "quantities.rendered_span": (quantities.rendered_span, dict(zip(("ja", "en"), THREE, strict=True))),
    "quantities.english_quantities": (quantities.english_quantities, {"text": EN}),
    "quantities.japanese_quantities": (quantities.japanese_quantities, {"text": JA}),
    "quantities.era_year": (quantities.era_year, {"era": "令和", "number": 3}),
    "quantities.quantity_rules": (quantities.quantity_rules, {"language": "ja"}),
    "termbase.english_key": (termbase.english_key, {"rendering": "server"}),
    "termbase.english_places": (
        termbase.english_places,
        {"rendering": "server", "english": termalign.english.EnglishText(EN)},
    ),
    "termbase.find_english": (termbase.find_english, {"rendering": "server", "text": EN}),
    "termbase.same_term": (termbase.same_term, {"one": JA, "other": JA}),
    "termbase.spelling_key": (termbase.spelling_key, {"term": JA}),
}  # fmt: skip

#: The modules with these functions, and what needs no case: a class of results, whose fields are not checked, or a protocol.
MODULES = [
    "termalign", "termalign.abbreviations", "termalign.checking", "termalign.checking.reports", "termalign.formats",
    "termalign.formats.alignments", "termalign.kana", "termalign.lists", "termalign.pictures", "termalign.quantities",
    "termalign.termbase",
]  # fmt: skip

_DEEP: Any = [10**400, -(10**400), math.nan, math.inf, -1, 3.5, True]
WRONG: list[Callable[[], Any]] = [
    lambda: None, lambda: 987_654, lambda: b"x", lambda: bytearray(b"x"), list, tuple, dict, object, lambda: [3],
    lambda: [None], lambda: ["x"], lambda: ("x",), lambda: "x", lambda: "", lambda: {"x": 3}, lambda: {3: "x"},
    lambda: {"x": ["x"]}, lambda: int, lambda: len, lambda: iter([3]), lambda: range(3), lambda: [[3, 3]],
    lambda: [("x", 3)], lambda: [(3, "x")], lambda: [(10**400, 10**401)], lambda: {1, 2}, lambda: [b"x"],
    lambda: io.StringIO("x"), lambda: LEXICON, lambda: FOUND, lambda: GLOSSARY, lambda: FINDING,
    *(lambda value=value: value for value in _DEEP),
]  # fmt: skip

#: Arguments whose error calls them otherwise than by the name of the parameter.
CALLED = {
    ("Alignment.from_dict", "found"): "alignment",
    ("Finding.from_dict", "found"): "finding",
    ("Link.from_dict", "found"): "a link must be a mapping",
    ("Span.from_dict", "found"): "a span must be a mapping",
    ("Aligner.kept", "terms"): "ja",
    ("Aligner.pipe", "as_context"): "context",
    ("Lexicon.all_relatives", "stems"): "iterable",
    **{
        (f"Lexicon.{name}", parameter): "term must be str"
        for name, parameter in [
            ("kanji", "character"), ("associates", "character"), ("associations", "character"), ("related", "stem"),
            ("writings", "key"),
        ]
    },
    ("Span.of", "start"): "indices",
    ("Span.of", "end"): "indices",
    ("extract", "known"): "a glossary must be",
    ("extraction.Extraction", "known"): "a glossary must be",
    ("kana.kana_openings", "kana_"): "subscriptable",
    **{(f"kana.{name}", "borders"): "iterable" for name in ("kana_keys", "morae", "romaji_similarity")},
    **{(f"kana.{name}", "borders"): "iterable" for name in ("romanize_kana", "spell", "spell_variants")},
}  # fmt: skip

#: Arguments that are not checked: the fields of a value, and keys of look-ups that the library makes in its inner loops.
UNCHECKED = {
    ("Lexicon.told", "term"),
    ("learned.Model.get", "headword"),
    ("learned.Model.occurrences", "stem"),
    *(("formats.GlossaryEntry", name) for name in CALLS["formats.GlossaryEntry"][1]),
}

ARGUMENTS = [(name, parameter) for name, (_, valid) in CALLS.items() for parameter in valid]


@pytest.fixture(autouse=True)
def _among_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "list").write_bytes(b"")
    (tmp_path / "pairs.tsv").write_text("警察\tpolice\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def use(name: str, **changed: Any) -> None:
    """Call a function with its valid arguments, except those that are changed, and take all that it yields."""
    function, valid = CALLS[name]
    with answer if isinstance(answer := function(**valid | changed), AbstractContextManager) else nullcontext():
        if isinstance(answer, Iterator):
            deque(answer, maxlen=0)


@pytest.mark.parametrize("name", CALLS)
def test_the_arguments_of_the_cases_are_right(name: str) -> None:
    if CALLS[name][1].get("path") == "no such file":
        with pytest.raises(FileNotFoundError):
            use(name)
    else:
        use(name)


@pytest.mark.parametrize("module", MODULES)
def test_every_public_function_has_a_case(module: str) -> None:
    loaded = importlib.import_module(module)
    prefix = module.removeprefix("termalign").removeprefix(".")
    functions = [name for name in loaded.__all__ if inspect.isroutine(getattr(loaded, name))]
    cases = {name.rpartition(".")[2] for name in CALLS}
    assert functions
    assert {f"{prefix}.{name}" for name in functions if name not in cases} == set()


@pytest.mark.filterwarnings("ignore:terms not in the Japanese text:UserWarning")
@pytest.mark.parametrize(("name", "parameter"), ARGUMENTS)
def test_a_wrong_argument_ends_in_a_documented_error(name: str, parameter: str) -> None:
    for make in WRONG:
        value = make()
        if parameter == "n_process" and value in (987_654, 10**400):
            continue  # right, and more processes than a machine has room for
        try:
            use(name, **{parameter: value})
        except UnicodeError:
            pytest.fail(f"{value!r}: encoded, but never checked")
        except (TypeError, ValueError, LexiconError):
            continue
        except OSError:
            assert isinstance(value, str | bytes), value
        except KeyError:
            assert name in {"Alignment.from_dict", "Finding.from_dict", "Link.from_dict", "Span.from_dict"}


@pytest.mark.parametrize(("name", "parameter"), ARGUMENTS)
def test_an_object_of_no_use_is_a_type_error_that_names_the_argument(name: str, parameter: str) -> None:
    if (name, parameter) in UNCHECKED:
        use(name, **{parameter: object()})
    else:
        with pytest.raises(TypeError, match=CALLED.get((name, parameter), parameter.rstrip("_"))):
            use(name, **{parameter: object()})


@pytest.mark.parametrize("name", ["associations", "has", "kanji", "names", "related", "renderings", "words"])
def test_a_list_is_no_term_of_a_lexicon(name: str) -> None:
    with pytest.raises(TypeError, match="term must be str, not list"):
        getattr(LEXICON, name)(["警察"])


NUMBERS = [
    (name, parameter)
    for name, parameter in ARGUMENTS
    if parameter
    in ("min_score", "min_chance", "width", "n_process", "batch_size", "min_count", "examples", "megabytes")
]


@pytest.mark.parametrize(
    "wrong",
    [10**400, -(10**400), 10**5000, math.nan, math.inf, -1],
    ids=["10^400", "-10^400", "10^5000", "nan", "inf", "-1"],
)
@pytest.mark.parametrize(("name", "parameter"), NUMBERS)
def test_a_number_out_of_range_is_named(name: str, parameter: str, wrong: float) -> None:
    counts = parameter not in ("min_score", "min_chance", "width")
    if counts and wrong > 1 and isinstance(wrong, int):
        return  # a count may be any
    with pytest.raises(TypeError if counts and isinstance(wrong, float) else ValueError, match=parameter):
        use(name, **{parameter: wrong})


@pytest.mark.parametrize(
    ("name", "parameter", "literal"),
    [
        ("align", "situation", model.TextSituation),
        ("Aligner.pipe", "situation", model.TextSituation),
        ("annotate", "style", annotation.Style),
        ("project", "side", projection.Side),
        ("parse_quantities", "language", quantities.Language),
        ("quantities.quantity_rules", "language", quantities.Language),
        ("romanize", "system", kana.System),
        ("kana.romanize_kana", "system", kana.System),
        ("pictures.page", "language", Language),
        ("formats.alignments.alignment_lines", "offsets", Offsets),
    ],
)
def test_a_literal_type_says_exactly_what_is_accepted(name: str, parameter: str, literal: Any) -> None:
    for option in get_args(literal):
        use(name, **{parameter: option})
    for other in {"x", "", "mixed", "fr", option.upper()} - ({""} if parameter == "offsets" else set()):
        with pytest.raises(ValueError, match=parameter):
            use(name, **{parameter: other})


@pytest.mark.parametrize("kind", model.KINDS)
def test_every_kind_of_evidence_is_accepted(kind: model.Kind) -> None:
    use("Aligner", kinds=[kind])
