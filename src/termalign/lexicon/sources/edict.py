"""EDICT, EDICT2 and ENAMDICT, with an entry on each line, ``KANJI;KANJI [KANA;KANA] /(tags) gloss/gloss/…/``.

EDICT has a line for every pair of a written form and a reading. This module joins the lines with the same reading and glosses
into one word. The format: https://www.edrdg.org/jmdict/edict_doc.html and https://www.edrdg.org/enamdict/enamdict_doc.html.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from termalign.lexicon.records import Form, NameRecord, Sense, Source, WordRecord
from termalign.lexicon.sources.files import DictionaryError, text_lines
from termalign.lexicon.tags import codes_of, name_kinds, tag_codes

_LINE = re.compile(r"(?P<heads>[^\s\[/]+)\s+(?:\[(?P<kana>[^\]]+)\]\s*)?/(?:(?P<body>.*)/)?\s*")
_TITLE = "？？？"  # the headword of the first line, which is the title
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_HEAD = re.compile(r"(?P<text>[^(]+)(?P<tags>(?:\([^)]*\))*)")
_GROUP = re.compile(r"\(([^()]*)\)\s*|\{([^{}]*)\}\s*")
_LOAN = re.compile(r"\s*\((?:(wasei)|([a-z]{3})): ?([^()]*)\)")
_DIALECT = re.compile(r"[a-z]{2,5}:")
_ENTRY_NUMBER = re.compile(r"EntL\d+X?")
_IRREGULAR = frozenset("iK ik io oK ok rK rk sK sk".split())
_REGULAR = frozenset({"ateji", "gikun", "P"})


def edict_words(path: Path) -> Iterator[WordRecord]:
    """Yield the words of an EDICT or EDICT2 file; raise a `DictionaryError` at the first line that is not an entry."""
    words: dict[tuple[str, str], WordRecord] = {}
    for heads, kana, body in _entries(path):
        word, key = _word(heads, kana, body)
        known = words.get(key)
        if known is None:
            words[key] = word
        else:
            texts = {form.text for form in known.kanji}
            known.kanji.extend(form for form in word.kanji if form.text not in texts)
    yield from words.values()


def enamdict_names(path: Path) -> Iterator[NameRecord]:
    """Yield the names of an ENAMDICT file; raise a `DictionaryError` at the first line that is not an entry."""
    for heads, kana, body in _entries(path):
        kinds: frozenset[str] = frozenset()
        glosses = []
        for gloss in body:
            group = _GROUP.match(gloss)
            found = name_kinds(tuple((group[1] or "").split(","))) if group else frozenset()
            if group and found:
                kinds |= found
                gloss = gloss[group.end() :]
            glosses.append(gloss)
        kanji = tuple(heads.split(";"))
        yield NameRecord(kanji if kana else (), tuple((kana or heads).split(";")), kinds, tuple(filter(None, glosses)))


def text_source(part: str, name: str, path: Path) -> Source:
    """Return the edition that the first line of a file declares."""
    _, first = next(text_lines(path), (0, ""))
    date = _DATE.search(first) if _TITLE in first else None
    return Source(part, f"{name} ({path.name})", "", date[0] if date else "")


def _entries(path: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Yield (written forms, readings or "", glosses) of every line except the title and comments."""
    for number, line in text_lines(path):
        if not line.strip() or line.lstrip("　 ").startswith((_TITLE, "#")):
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            raise DictionaryError(f"{path}, line {number}: expected KANJI [KANA] /gloss/…/, found {line[:60]!r}")
        if match["body"]:  # EDICT of 2024 has an entry without glosses
            yield match["heads"], match["kana"] or "", match["body"].split("/")


def _word(heads: str, kana: str, body: list[str]) -> tuple[WordRecord, tuple[str, str]]:
    """Return the word of one line, and a key that other lines of the same word share."""
    common = "(P)" in body
    glosses = [gloss for gloss in body if gloss != "(P)" and not _ENTRY_NUMBER.fullmatch(gloss)]
    senses, flags = _senses(glosses)
    irregular_kanji = not flags.isdisjoint({"iK", "io", "oK", "rK", "sK"})
    irregular_kana = not flags.isdisjoint({"ik", "ok", "rk", "sk"})
    one = ";" not in heads
    written = [_form(part, common and one, irregular_kanji and bool(kana)) for part in heads.split(";")]
    if not kana:
        return WordRecord([], written, senses), (heads, "/".join(glosses))
    spoken = [_form(part, common and ";" not in kana, irregular_kana) for part in kana.split(";")]
    shared = "/".join((_without_flags(glosses[0]), *glosses[1:])) if glosses else ""
    return WordRecord(written, spoken, senses), (kana, shared)


def _form(part: str, common: bool, irregular: bool) -> Form:
    match = _HEAD.match(part)
    if match is None:
        return Form(part, common, irregular)
    tags = re.findall(r"\(([^)]*)\)", match["tags"])
    only = tuple(text for tag in tags if tag not in _IRREGULAR | _REGULAR for text in tag.split(";"))
    return Form(match["text"], common or "P" in tags, irregular or not _IRREGULAR.isdisjoint(tags), only)


def _without_flags(gloss: str) -> str:
    while (group := _GROUP.match(gloss)) and group[1] in _IRREGULAR | _REGULAR:
        gloss = gloss[group.end() :]
    return gloss


def _senses(glosses: list[str]) -> tuple[list[Sense], frozenset[str]]:
    """Return the senses of a line, and the tags that concern its forms."""
    senses: list[Sense] = []
    flags: set[str] = set()
    for gloss in glosses:
        tags, rest = _leading_tags(gloss)
        numbered = any(tag.isdecimal() for tag in tags)
        if not senses or (numbered and "1" not in tags):
            senses.append(Sense(pos=senses[-1].pos if senses else ()))
        elif not numbered:
            tags, rest = [], gloss  # brackets inside a sense belong to the gloss
        sense = senses[-1]
        _apply(tags, sense)
        flags.update(tag for tag in tags if tag in _IRREGULAR)
        for wasei, language, word in _LOAN.findall(rest):
            if word:
                sense.sources += (("eng" if wasei else language, word),)
        text = _LOAN.sub("", rest).strip()
        if text:
            sense.glosses.append(text)
    return [sense for sense in senses if sense.glosses], frozenset(flags)


def _leading_tags(gloss: str) -> tuple[list[str], str]:
    """Return the leading tags, sense numbers, references and restrictions of a gloss, and the rest of the gloss."""
    tags: list[str] = []
    while group := _GROUP.match(gloss):
        content = group[1] if group[1] is not None else group[2]
        if not _is_tag(content):
            break
        tags.append(content)
        gloss = gloss[group.end() :]
    return tags, gloss


@lru_cache(8192)
def _is_tag(content: str) -> bool:
    known = (tag_codes("pos"), tag_codes("misc"), tag_codes("field"))
    return (
        content.isdecimal()
        or content.startswith("See ")
        or content.endswith(" only")
        or content in _IRREGULAR | _REGULAR
        or _DIALECT.fullmatch(content) is not None
        or all(any(part in table for table in known) for part in re.split(r"[,;]\s*", content))
    )


def _apply(tags: list[str], sense: Sense) -> None:
    pos: list[str] = []
    for tag in tags:
        parts = tuple(re.split(r"[,;]\s*", tag))
        if tag.startswith("See "):
            sense.xrefs += tuple(part.strip() for part in tag[4:].split(","))
        elif tag.endswith(" only"):
            sense.only += tuple(part.strip() for part in tag[:-5].split(","))
        elif all(part in tag_codes("pos") for part in parts):
            pos.extend(codes_of("pos", parts))
        else:
            sense.notes += codes_of("misc", parts) + codes_of("field", parts)
    if pos:
        sense.pos = tuple(dict.fromkeys(pos))
