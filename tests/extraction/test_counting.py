"""The counts behind it: bounded, and pooled over the whole bitext."""

from collections import Counter

import pytest

from termalign import Alignment, Link, Span
from termalign.extraction.forms import citation_form, cited_as_elsewhere, usage
from termalign.extraction.observation import Observation, observed
from termalign.extraction.ranking import chance
from termalign.extraction.spool import Spool
from termalign.extraction.tally import RenderingTally, TermTally, frequent


def seen(ja: str, en: str, *links: tuple[str, str, float], unaligned: tuple[str, ...] = ()) -> Observation:
    """An observation of links given by their texts."""
    made = tuple(
        Link(
            Span.of(ja, at := ja.index(term), at + len(term)),
            Span.of(en, k := en.index(words), k + len(words)),
            "gloss",
            score,
        )
        for term, words, score in links
    )
    left = tuple(Span.of(ja, at := ja.index(term), at + len(term)) for term in unaligned)
    return observed("", Alignment(ja, en, made, left))


def test_memory_is_bounded_and_what_is_frequent_stays() -> None:
    rare = [seen(f"語{k}番", f"word {k}", (f"語{k}番", "word", 0.9)) for k in range(300)]
    often = [seen("引数を取る", "It takes an argument", ("引数", "argument", 0.9))] * 3
    mixed = [one for k, each in enumerate(rare) for one in ([each, *often] if k % 50 == 0 else [each])]
    counts = frequent(mixed, 10)
    assert len(counts) <= 10
    assert counts["引数"] == 18


def test_terms_that_are_equally_frequent_stay_in_the_order_of_the_text() -> None:
    terms = [f"語{k}番" for k in range(20)]
    one = seen("、".join(terms), "words", *((term, "words", 0.9) for term in terms))
    assert list(frequent([one], 100)) == terms


CHANCES = [
    ("often and together", (9, 9.0, 10, 10), (1, 0.9, 1, 1)),
    ("a better link", (1, 0.9, 1, 1), (1, 0.4, 1, 1)),
    ("words that stand nowhere else", (1, 0.7, 1, 1), (1, 0.7, 1, 90)),
    ("more links in the same pairs", (2, 1.6, 2, 2), (1, 0.8, 2, 2)),
]


@pytest.mark.parametrize(("label", "better", "worse"), CHANCES, ids=[case[0] for case in CHANCES])
def test_what_makes_a_rendering_likely(
    label: str, better: tuple[int, float, int, int], worse: tuple[int, float, int, int]
) -> None:
    def of(links: int, score: float, together: int, units: int) -> float:
        return chance(TermTally(units=10, times=10), RenderingTally(links, score, together=together, units=units))

    assert 0 < of(*worse) < of(*better) < 1


def test_a_stray_link_is_no_rendering() -> None:
    """One link among fifty counts if its words are found nowhere else, but not if they mostly render other terms."""
    term = TermTally(units=50, times=50)
    assert chance(term, RenderingTally(1, 0.97, together=6, units=115)) < 0.2
    assert chance(term, RenderingTally(1, 0.97, together=1, units=1)) > 0.5
    assert chance(term, RenderingTally(40, 39.0, together=45, units=115)) > 0.95


FORMS = [
    ("a plural where nothing else stands", {"branch cuts": 3}, "branch cuts"),
    ("the singular", {"keys": 9, "key": 1}, "key"),
    ("the plain form of a verb", {"compiled": 9, "compile": 2}, "compile"),
    ("a participle that is none", {"shared": 5}, "shared"),
    ("lower case", {"Source code": 5, "source code": 3}, "source code"),
    ("a name", {"Heian period": 5}, "Heian period"),
    ("a name that was once written in lower case", {"Python": 30, "python": 1}, "Python"),
    ("no article", {"the Imperial Court": 3}, "Imperial Court"),
    ("an article that is all", {"the": 1}, "the"),
]


@pytest.mark.parametrize(("label", "forms", "expected"), FORMS, ids=[case[0] for case in FORMS])
def test_citation_forms(label: str, forms: dict[str, int], expected: str) -> None:
    assert citation_form(Counter(forms)) == expected


WRITTEN = usage(
    [
        Counter(
            {
                "certificate": 5,
                "certificates": 2,
                "CA certificates": 3,
                "socket object": 4,
                "source": 4,
                "Source code": 3,
            }
        ),
        Counter(
            {
                "securities": 6,
                "security": 1,
                "goods": 3,
                "good practice": 2,
                "Python object": 2,
                "Emperor": 5,
                "emperor": 1,
            }
        ),
        Counter({"argument": 4, "arguments": 2, "Python objects": 2, "country": 4, "countries": 1, "branch cuts": 1}),
        Counter({"system": 2, "systems": 1, "history": 2, "Six Histories": 1, "imported goods": 1}),
    ]
)
ELSEWHERE = [
    ("a plural", "CA certificates", "CA certificate"),
    ("a plural behind a name", "Python objects", "Python object"),
    ("the beginning of a sentence", "Source code", "source code"),
    ("both", "Source systems", "source system"),
    ("one word", "Source", "source"),
    ("no singular", "branch cuts", "branch cuts"),
    ("mostly a plural", "listed securities", "listed securities"),
    ("a singular that is no noun there", "imported goods", "imported goods"),
    ("behind a preposition", "number of arguments", "number of arguments"),
    ("behind a number", "two countries", "two countries"),
    ("behind a word for several", "multiple systems", "multiple systems"),
    ("a name with capitals", "Six Histories", "Six Histories"),
    ("a name before a common noun", "Python system", "Python system"),
    ("mostly with a capital", "Emperor", "Emperor"),
    ("nothing known", "Kernel", "Kernel"),
]


@pytest.mark.parametrize(("label", "form", "expected"), ELSEWHERE, ids=[case[0] for case in ELSEWHERE])
def test_words_are_cited_as_the_bitext_writes_them_elsewhere(label: str, form: str, expected: str) -> None:
    assert cited_as_elsewhere(form, WRITTEN) == expected


LABELS = [
    ("a capital of sentences and titles", "Socket Object", "socket object"),
    ("a name that only titles have", "Python Object", "Python Object"),
    ("a name in a title", "Unicode Object", "Unicode object"),
    ("a word that is never in lower case", "Kernel", "Kernel"),
    ("one that often has a capital", "Emperor", "emperor"),
]


@pytest.mark.parametrize(("label", "form", "expected"), LABELS, ids=[case[0] for case in LABELS])
def test_capitals_of_sentences_and_titles_are_not_cited(label: str, form: str, expected: str) -> None:
    written = usage(
        [WRITTEN.words, Counter({"socket": 1, "emperor": 1, "unicode": 1, "Unicode": 9})],
        [Counter({"Unicode text": 3})],
    )
    assert cited_as_elsewhere(form, written, is_name=False) == expected
    assert cited_as_elsewhere(form, WRITTEN) == form


def test_hyphens_spaces_and_number_do_not_tell_renderings_apart() -> None:
    keys = {
        observed("", Alignment("", en)).key(0, n)
        for en, n in (("file systems", 2), ("the Filesystem", 2), ("file-system", 2))
    }
    assert keys == {"filesystem"}


@pytest.mark.parametrize("count", [0, 1, 255, 256, 257, 1000])
def test_a_spool_gives_back_what_it_was_given(count: int) -> None:
    with Spool[int]() as spool:
        assert sum(1 for _ in spool.kept(range(count))) == count
        assert list(spool) == list(spool) == list(range(count))
