"""JMdict, JMnedict and KANJIDIC2 from their XML files."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from termalign.lexicon.records import Form, KanjiRecord, NameRecord, Sense, Source, WordRecord
from termalign.lexicon.sources.jamdict import COMMON
from termalign.lexicon.sources.xml_entries import Element, read_comments, read_entries
from termalign.lexicon.tags import codes_of, name_kinds

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_REGULAR = frozenset({"ateji", "gikun"})
_LANG = "xml:lang"


def jmdict_words(path: Path) -> Iterator[WordRecord]:
    """Yield the entries of a JMdict or JMdict_e file, with English glosses only."""
    for entry in read_entries(path, "JMdict", "entry"):
        senses = list(_senses(entry.all("sense")))
        kana = [_kana(element) for element in entry.all("r_ele")]
        if senses and kana:
            yield WordRecord([_kanji(element) for element in entry.all("k_ele")], kana, senses)


def jmnedict_names(path: Path) -> Iterator[NameRecord]:
    """Yield the translations of a JMnedict file."""
    for entry in read_entries(path, "JMnedict", "entry"):
        kanji = tuple(text for element in entry.all("k_ele") for text in element.texts("keb"))
        kana = tuple(text for element in entry.all("r_ele") for text in element.texts("reb"))
        for translation in entry.all("trans"):
            kinds = name_kinds(translation.texts("name_type"))
            yield NameRecord(kanji, kana, kinds, _english(translation.all("trans_det")))


def kanjidic_characters(path: Path) -> Iterator[KanjiRecord]:
    """Yield the characters of a KANJIDIC2 file."""
    for character in read_entries(path, "kanjidic2", "character"):
        blocks = character.all("reading_meaning")
        groups = [group for block in blocks for group in block.all("rmgroup")]
        readings = [element for group in groups for element in group.all("reading")]
        meanings = [element for group in groups for element in group.all("meaning")]
        yield KanjiRecord(
            "".join(character.texts("literal")),
            tuple(element.text for element in readings if element.attributes.get("r_type") == "ja_on"),
            tuple(element.text for element in readings if element.attributes.get("r_type") == "ja_kun"),
            tuple(text for block in blocks for text in block.texts("nanori")),
            tuple(element.text for element in meanings if element.attributes.get("m_lang", "en") == "en"),
        )


def commented_source(part: str, path: Path, root: str) -> Source:
    """Return the edition that a JMdict or JMnedict file declares in a comment: ``JMdict created: 2024-08-08``."""
    comments = (comment for comment in read_comments(path, root, "entry") if "created" in comment)
    dates = [match[0] for comment in comments for match in _DATE.finditer(comment)]
    return Source(part, f"{root} ({path.name})", "", dates[0] if dates else "")


def kanjidic_source(path: Path) -> Source:
    """Return the edition that a KANJIDIC2 file declares in its header."""
    header = next(read_entries(path, "kanjidic2", "header"), None)
    version, date = ("".join(header.texts(name)) if header else "" for name in ("database_version", "date_of_creation"))
    return Source("kanji", f"KANJIDIC2 ({path.name})", version, date)


def _kanji(element: Element) -> Form:
    return Form("".join(element.texts("keb")), _common(element.texts("ke_pri")), _irregular(element.texts("ke_inf")))


def _kana(element: Element) -> Form:
    return Form(
        "".join(element.texts("reb")),
        _common(element.texts("re_pri")),
        _irregular(element.texts("re_inf")),
        element.texts("re_restr"),
        bool(element.all("re_nokanji")),
    )


def _senses(elements: Iterable[Element]) -> Iterator[Sense]:
    pos: tuple[str, ...] = ()
    for element in elements:
        pos = codes_of("pos", element.texts("pos")) or pos  # the DTD says that the tags of an earlier sense apply
        glosses = _english(element.all("gloss"))
        if glosses:
            yield Sense(
                glosses=list(glosses),
                pos=pos,
                notes=codes_of("misc", element.texts("misc")) + codes_of("field", element.texts("field")),
                info=element.texts("s_inf"),
                xrefs=element.texts("xref"),
                sources=tuple(
                    (word.attributes.get(_LANG, "eng"), word.text) for word in element.all("lsource") if word.text
                ),
                only=element.texts("stagk") + element.texts("stagr"),
            )


def _english(elements: Iterable[Element]) -> tuple[str, ...]:
    return tuple(element.text for element in elements if element.text and element.attributes.get(_LANG, "eng") == "eng")


def _common(tags: Iterable[str]) -> bool:
    return not COMMON.isdisjoint(tags)


def _irregular(tags: Iterable[str]) -> bool:
    return any(tag not in _REGULAR for tag in tags)
