"""What is fuzzed: every entry point of text and every reader of files, for Hypothesis and for atheris."""

import io
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, cast

from termalign import (
    Aligner,
    Alignment,
    Glossary,
    TermList,
    annotate,
    check,
    extract,
    find_abbreviations,
    parse_quantities,
    project,
    read_pairs,
    romanizations,
    romanize,
    tokenize,
)
from termalign.annotation import STYLES, Style
from termalign.arguments import trimmed
from termalign.formats import FormatError
from termalign.formats.alignments import FORMATS as ALIGNMENTS
from termalign.formats.alignments import alignment_lines
from termalign.formats.glossaries import FORMATS as GLOSSARIES
from termalign.formats.pairs import FORMATS as PAIRS
from termalign.lists import TermListError
from termalign.model import KINDS
from termalign.pictures import page
from termalign.quantities import compare

CORPUS = Path(__file__).parent.parent / "fuzz" / "corpus"
GLOSSARY = Glossary.from_pairs([("警察", "police"), ("、", "comma"), ("サーバー", "server"), ("第3条", "Article 3")])
ALIGNER = Aligner(min_score=0.0, glossary={"警察": "Police", "、": "comma"})


def sound(found: Alignment, *, once: bool = False) -> None:
    """What holds of any alignment; with `once`, also that no English character is in two links."""
    places = [(found.ja, span) for span in found.unaligned]
    for link in found:
        places += [(found.ja, link.ja), (found.en, link.en)]
        places += [(found.ja, part.ja) for part in link.parts] + [(found.en, part.en) for part in link.parts]
        assert 0 < link.score <= 1
        assert link.kind in KINDS
        assert link.evidence
    for raw, span in places:
        assert 0 <= span.start < span.end <= len(raw)
        assert span.text == raw[span.start : span.end]
    ends = sorted((link.en.start, link.en.end) for link in found)
    assert not once or all(before[1] <= after[0] for before, after in pairwise(ends))
    assert Alignment.from_dict(json.loads(found.to_json())) == found


def _translation(ja: str, en: str) -> None:
    sound(ALIGNER.align(ja, en, situation="translation"), once=True)


def _told(ja: str, en: str) -> None:
    sound(ALIGNER.align(ja, en))


def _terms(ja: str, en: str) -> None:
    sound(ALIGNER.align(ja, en, situation="terms"))


def _both(ja: str, en: str) -> None:
    sound(ALIGNER.align(ja, en, situation="both"), once=True)


def _given(ja: str, en: str) -> None:
    sound(ALIGNER.align(ja, en, terms=[ja[:3], ja[1:5], *([(0, len(ja))] if ja else [])]))


def _listed(ja: str, en: str) -> None:
    sound(ALIGNER.align([ja, ja[1:], *ja.split("、")], en))


def _prepared(ja: str, en: str) -> None:
    prepared = ALIGNER.prepare([ja, ja[:4]])
    assert list(prepared) == [trimmed(ja), trimmed(ja[:4])]
    sound(ALIGNER.align(prepared, en))


def _mixed(ja: str, en: str) -> None:
    found = ALIGNER.align_mixed(f"{en} ({ja})")
    sound(found)
    assert all(link.ja.end <= link.en.start or link.en.end <= link.ja.start for link in found)


def _words(ja: str, en: str) -> None:
    size = len(tokenize(ja))
    assert all(0 <= i < size and j >= 0 for i, j in ALIGNER.align_words(ja, en))
    given = list(ja[:20]), en.split(" ")
    assert all(0 <= i < len(given[0]) and 0 <= j < len(given[1]) for i, j in ALIGNER.align_words(*given))


def _written(ja: str, en: str) -> None:
    found = ALIGNER.align(ja, en)
    for name in ALIGNMENTS:
        assert all(isinstance(line, str) for line in alignment_lines([found], name))
    for text in (found.to_html(title=en[:20]), found.to_svg(), page([found, found])):
        text.encode("utf-8")
    assert found.explain().count("↔") >= len(found)
    repr(found)


def _read_aloud(ja: str, en: str) -> None:
    for system in ("hepburn", "kunrei", "nihon"):
        romanize(ja, system=system)
    assert all(isinstance(spelling, str) for spelling in romanizations(ja))
    places = [(token.start, token.end) for token in tokenize(ja)]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(ja) for start, end in places)


def _abbreviations(ja: str, en: str) -> None:
    for found in find_abbreviations(en):
        assert en[found.short.start : found.short.end] == found.short.text
        assert en[found.long.start : found.long.end] == found.long.text


def _quantities(ja: str, en: str) -> None:
    found = [parse_quantities(ja, "ja"), parse_quantities(en, "en")]
    for text, quantities in zip((ja, en), found, strict=True):
        assert all(0 <= q.start < q.end <= len(text) and q.display() for q in quantities)
    assert all(0 <= compare(a, b)[0] <= 1 for a in found[0] for b in found[1])


def _carried(ja: str, en: str) -> None:
    ja, en = ja[:40], en[:80]
    found = ALIGNER.align(ja, en, situation="translation")
    for style in STYLES:
        annotate(found, style=cast(Style, style), first=False, min_score=0.0)
    spans = [(k, k + 4) for k in range(0, min(len(en) - 4, 18), 9)]
    for projection in filter(None, project(found, spans, side="en")):
        assert all(span.text == ja[span.start : span.end] != "" for span in projection.spans)


def _checked(ja: str, en: str) -> None:
    for finding in check([(ja, en), (ja, en[::-1])], GLOSSARY, min_score=0.0):
        assert 0 < finding.score <= 1
        assert finding.message
    for occurrence in GLOSSARY.find(ja):
        assert occurrence.text == ja[occurrence.start : occurrence.end] != ""


def _as_terms(ja: str, en: str) -> None:
    glossary = Glossary.from_pairs([(ja, en), (ja[::-1], en)])
    for text in (ja, ja[:9], f"{ja}の{ja}"):
        for occurrence in glossary.find(text):
            assert occurrence.text == text[occurrence.start : occurrence.end] != ""
        assert (text in glossary) == (glossary.get(text) is not None)
    assert set(glossary.select(ja)) <= set(glossary)
    glossary.to_prompt(ja)


def _drafted(ja: str, en: str) -> None:
    drafted = extract([(ja, en), (en, ja)])
    assert len(drafted.glossary()) <= len(drafted)
    drafted.to_html()


#: Each takes a Japanese and an English text, and raises nothing, whatever they are.
ENTRIES: dict[str, Callable[[str, str], None]] = {
    "translation": _translation,
    "told by the texts": _told,
    "terms": _terms,
    "both": _both,
    "given": _given,
    "listed": _listed,
    "prepared": _prepared,
    "mixed": _mixed,
    "words": _words,
    "written": _written,
    "read aloud": _read_aloud,
    "abbreviations": _abbreviations,
    "quantities": _quantities,
    "carried": _carried,
    "checked": _checked,
    "as terms": _as_terms,
    "drafted": _drafted,
}


def _pairs(content: bytes, name: str) -> None:
    with suppress(FormatError):
        for ja, en in read_pairs(io.BytesIO(content), name):
            assert isinstance(ja, str)
            assert isinstance(en, str)


def _glossary(content: bytes, name: str) -> None:
    with suppress(FormatError):
        for entry in Glossary.read(io.BytesIO(content), name):
            assert entry.ja.strip()
            assert all(en.strip() for en in entry.en)


class Reader(NamedTuple):
    """What reads the bytes of a file: nothing but `FormatError` comes of it."""

    name: str
    read: Callable[[bytes, str], None]

    def __call__(self, content: bytes) -> None:
        self.read(content, self.name)


READERS = (
    *(Reader(known.name, _pairs) for known in PAIRS if known.name != "text"),  # two files
    *(Reader(known.name, _glossary) for known in GLOSSARIES),
)


def term_list(path: Path) -> None:
    """A file as a prepared list: read, or refused by name."""
    with suppress(TermListError):
        assert len(TermList.load(path)) >= 0


def files() -> Iterator[Path]:
    """The hostile files of the corpus."""
    return (path for path in sorted(CORPUS.rglob("*")) if path.is_file() and path.parent.name != "texts")


def texts() -> Iterator[tuple[str, str, str]]:
    """(name, Japanese, English) of the hostile texts of the corpus."""
    for path in sorted((CORPUS / "texts").glob("*.json")):
        found = json.loads(path.read_text(encoding="utf-8"))
        yield path.stem, found["ja"], found["en"]
