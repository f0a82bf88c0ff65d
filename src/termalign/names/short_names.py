"""The short names of companies and teams in English: 日産自動車 *Nissan*, 楽天グループ *Rakuten*, 阪神タイガース *Tigers*."""

import re
from collections.abc import Iterator

from termalign.english.text import WORD
from termalign.kana import all_katakana, has_kanji, kana_keys, latin_key, loose
from termalign.lexicon import NameEntry
from termalign.names.japanese_side import common_tail
from termalign.names.legal_form import core_span
from termalign.phonetics import SAME_SOUND, similarity
from termalign.terms.term import Term, once_a_term

_COMPANIES = frozenset({"company", "organization"})
_GROUPS = frozenset("グループ ホールディングス ホールディング".split())
_NICKNAME = re.compile("[ァ-ヺー]{3,}$")
_NONE: frozenset[str] = frozenset()  # one object for nearly all terms


@once_a_term
def short_names(term: Term) -> frozenset[str]:
    """Return the single words, in lower case, that stand for a company or a team without its full name.

    A company's name without its common nouns must be listed as a company too: by its reading in katakana (ニッサン), or,
    before グループ or ホールディングス, as it is. 川崎重工業 is not *Kawasaki*, a city and much else.

    Examples
    --------
    >>> from termalign.lexicon import Lexicon
    >>> from termalign.terms.term_cache import TermCache
    >>> from termalign.japanese.text import JapaneseText
    >>> terms = TermCache(Lexicon.default())
    >>> for name in ("日産自動車", "楽天グループ", "阪神タイガース", "川崎重工業", "三菱自動車"):
    ...     ja = JapaneseText(name)
    ...     print(*short_names(terms.at(ja, 0, len(ja.morphemes))))
    nissan
    rakuten
    tigers
    <BLANKLINE>
    <BLANKLINE>
    """
    core, tail = core_of(term.surface)
    if not tail:
        return frozenset(_nicknames(term)) or _NONE
    entries = list(_brands(core, term))
    if tail in _GROUPS:
        entries += [e for e in term.lexicon.names(core) if e.kinds & _COMPANIES]
    return frozenset([e.romaji.lower() for e in entries if e.romaji.isalpha()]) or _NONE


def core_of(name: str) -> tuple[str, str]:
    """Return a company's name without its legal form and common nouns, and its last common noun.

    >>> core_of("本田技研工業株式会社"), core_of("トヨタ")
    (('本田', '工業'), ('トヨタ', ''))
    """
    start, end = core_span(name)
    core, last = name[start:end], ""
    while tail := common_tail(core):
        core, last = core.removesuffix(tail), last or tail
    return core, last


def _brands(core: str, term: Term) -> Iterator[NameEntry]:
    """Yield the companies that dictionaries list by the core's reading in katakana: ニッサン for 日産, or ソニー itself."""
    names = term.lexicon.names
    if all_katakana(core):
        kana = [core]
    elif has_kanji(core):
        kana = [*[name.reading for name in names(core)], *[word.reading for word in term.lexicon.words(core)]]
    else:
        return
    for reading in dict.fromkeys(kana):
        keys = set(map(loose, kana_keys(reading)))
        for entry in names(reading):
            if "company" in entry.kinds and (reading == core or loose(latin_key(entry.romaji)) in keys):
                yield entry


def _nicknames(term: Term) -> Iterator[str]:
    """Yield the last word of a team's English name, if it sounds like the katakana at the end of the Japanese."""
    nickname = _NICKNAME.search(term.surface)
    if nickname is None or not nickname.start():
        return
    for entry in term.names:
        words = WORD.findall(entry.romaji.lower())
        named = "organization" in entry.kinds and len(words) > 1 and words[-1].endswith("s")
        if named and similarity(nickname.group(), words[-1]) >= SAME_SOUND:
            yield words[-1]
