"""name, of people: family and given name in either order (安倍晋三 Shinzo ABE), joined by *no*, with initials, or one alone."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from operator import itemgetter

from termalign.japanese.kanji_readings import Kind as ReadAs
from termalign.japanese.name_words import role_begins
from termalign.kana import all_katakana, is_kana, is_kanji, kana_keys, loose
from termalign.kinds import offered
from termalign.kinds.foreign_person import has_surname, in_kanji, in_katakana
from termalign.kinds.kind import Filed, Kind, Part, where
from termalign.kinds.match import DOUBTED, SURE, Match, compared
from termalign.kinds.spellings import spelled_keys
from termalign.names.by_character import openings, spelled
from termalign.names.common_noun import after
from termalign.names.generics import all_phrases, generic_phrases
from termalign.names.japanese_side import common_tail
from termalign.names.people import Cut, Half, cuts, is_given_name, listed_people, may_spell
from termalign.target.target import Target
from termalign.terms.term import Term, once_a_term

_NO = frozenset({"no", "ga"})


Words = tuple[int, int]
"""English words, half-open."""


@once_a_term
def applies(term: Term) -> bool:
    """Return whether a term may be the name of a person."""
    text = term.surface
    if has_surname(term):
        return True
    if not 2 <= len(text) <= 7 or not all(is_kanji(c) or is_kana(c) for c in text):
        return False
    if role_begins([m.surface for m in term.morphemes]):  # 小池|知事: only the part before the office may be a person
        return False
    if not (term.proper or not term.words or term.names) or common_tail(text):
        return False
    return all(is_kanji(c) or c in "ノの" for c in text) or _is_partly_in_kana(term)


def _is_partly_in_kana(term: Term) -> bool:
    """Return whether a term with kana has a listed given name (雨森すみれ), behind a family name that has kanji or is listed."""
    if all_katakana(term.surface):
        return False
    able = [cut for cut in cuts(term) if len(cut.given.text) > 1 and is_given_name(cut.given.text, term.lexicon)]
    return any(cut.family.listed or all(map(is_kanji, cut.family.text)) for cut in able)


def match(term: Term, target: Target) -> Iterator[Match]:
    """Yield the capitalised words that can be read as both halves of a name, or as one."""
    if has_surname(term):
        yield from in_katakana(term, target)
        return
    if not target.parallel:
        yield from in_kanji(term, target)
    if not target.names:
        return
    if term.words and not term.proper:
        yield from _word(term, target)
        return
    yield from _whole(term, target)
    full: list[Words] = []
    found: list[tuple[Cut, Mapping[Words, str], Mapping[Words, str]]] = []
    for cut in cuts(term):
        families = spellings(cut.family, "place", target)
        givens = spellings(cut.given, "given", target)
        if families or givens:
            found.append((cut, families, givens))
        for one, other in _pairs(families, givens, target):
            match = _full(term, cut, one, other, target, _how_sure(term, cut, families[one], givens[other]))
            full.append((match.i, match.j))
            yield match
    if found:
        cut, family, given = found[0]
        yield from _alone(term, cut, "family", family, full, target)
        yield from _alone(term, cut, "given", given, full, target)


def _how_sure(term: Term, cut: Cut, family: str, given: str) -> float:
    """Return the strength of a full name spelled by these loose keys: less if dictionaries read the name only in other ways.

    They may list the very person (高橋一生 Issei Takahashi), or the family name or the given name.
    """
    known = listed_people(term)
    if known:
        return SURE if {family + given, loose(family + given)} & known else DOUBTED
    halves = ((cut.family, family), (cut.given, given))
    return DOUBTED if any(half.listed and half.keys and key not in half.keys for half, key in halves) else SURE


def _full(term: Term, cut: Cut, family: Words, given: Words, target: Target, strength: float) -> Match:
    i, j = min(family[0], given[0]), max(family[1], given[1])
    parts = (
        Part(0, cut.at, *family, "name"),
        Part(cut.at, len(term.surface), *given, "name"),
    )
    return _claim(term, i, j, "full", target, parts, strength)


def _alone(
    term: Term, cut: Cut, rule: str, spellings: Collection[Words], full: Sequence[Words], target: Target
) -> Iterator[Match]:
    """Yield places with only one half of the name: next to an initial, next to a possible other half, or alone.

    If the text has the full name, a bare half refers to that person again, and half of another name to somebody else. After
    the full name of somebody else of the family, a bare half may refer to either.
    """
    is_family = rule == "family"
    half, start, end = (cut.family, 0, cut.at) if is_family else (cut.given, cut.at, len(term.surface))
    if (not half.listed and not full) or cut.given.text in generic_phrases():
        return
    others = {(i, j) for i, j in spellings if _elsewhere(i, j, target)}
    end_of_full = _ends(full)
    relatives = [i for i, _ in others if full and i not in end_of_full and _follows_a_name(i, target)]
    for i, j in spellings:
        if j <= end_of_full.get(i, i) or (full and (i, j) in others):
            continue
        if is_family:
            yield from _beside(term, cut, i, j, target)
        part = Part(start, end, i, j, "name")
        doubted = any(k < i for k in relatives) if full else bool(others)
        again = rule + "-again" * bool(full)
        yield _claim(term, i, j, again, target, (part,), DOUBTED if doubted else SURE)


def _ends(full: Sequence[Words]) -> dict[int, int]:
    """Return the end of the full name that each word belongs to; of several names, of the longest."""
    return {k: j for i, j in sorted(full, key=itemgetter(1)) for k in range(i, j)}


def _beside(term: Term, cut: Cut, i: int, j: int, target: Target) -> Iterator[Match]:
    """Yield half a name with an adjacent word: S. Abe; Yukinaga MIYOSHI, although no dictionary reads 之長 as Yukinaga."""
    english = target.english
    for k, first, last in ((i - 1, i - 1, j), (j, i, j + 1)):
        if not 0 <= k < len(english) or not _close(min(k, j - 1), target):
            continue
        form = english.forms[k]
        if len(form) == 1 and form.isupper() and form.lower() in cut.given.initials:
            yield _claim(term, first, last, "initial", target)
    if not _may_be_read_otherwise(cut.given, term):
        return
    before = target.names_to.get(i, ()) if _close(i - 1, target) else ()
    behind = target.names_from.get(j, ()) if _close(j - 1, target) else ()
    for words in (before, behind):
        for word in words:
            first, last = min(i, word.i), max(j, word.j)
            parts = (
                Part(0, cut.at, i, j, "name"),
                Part(cut.at, len(term.surface), word.i, word.j, "context"),
            )
            yield _claim(term, first, last, "unread", target, parts)


def _whole(term: Term, target: Target) -> Iterator[Match]:
    """Yield a name of one word that is read by its characters, not by a dictionary (有尊 Tomotaka)."""
    for word in target.names_beginning(openings(term.surface, "given", term.lexicon)):
        if word.spelled not in term.keys and spelled(term.surface, word.key, "given", term.lexicon):
            yield _claim(term, word.i, word.j, "characters", target)


def _word(term: Term, target: Target) -> Iterator[Match]:
    """Yield a name that is also an ordinary word (鞍馬 Kurama, and a pommel horse)."""
    keys = {key for entry in term.names for key in kana_keys(entry.reading)}
    for word in target.names_spelled(keys.difference(term.keys)):
        yield _claim(term, word.i, word.j, "word", target)


def _claim(
    term: Term,
    i: int,
    j: int,
    rule: str,
    target: Target,
    parts: tuple[Part, ...] = (),
    strength: float = SURE,
) -> Match:
    told = sum(part.end - part.start for part in parts) / len(term.surface) if parts else 1.0
    return Match(i, j, "name", (term.surface, target.english.phrase(i, j)), parts, rule, told, strength)


def spellings(half: Half, kind: ReadAs, target: Target) -> dict[Words, str]:
    """Return the places at which the text spells half of a name, with its loose keys; family names are read like places."""
    words = target.names_beginning(half.keys | openings(half.text, kind, target.lexicon))
    return {(word.i, word.j): word.key for word in words if may_spell(half, word.key, kind, target.lexicon)}


def _pairs(families: Collection[Words], givens: Collection[Words], target: Target) -> Iterator[tuple[Words, Words]]:
    """Yield both halves side by side, in either order; *no* or a comma may follow a family name that comes first."""
    english = target.english
    at: dict[int, list[Words]] = {}
    for given in givens:
        for k in {given[0], given[0] - 1, given[1]}:
            at.setdefault(k, []).append(given)
    for family in families:
        i, end = family
        for given in sorted({*at.get(i, ()), *at.get(end, ())}):
            first = end == given[0] and (_close(end - 1, target) or english.gap(end - 1) == ", ")
            joined = end + 1 == given[0] and english.lexemes[end].lower in _NO
            if first or joined or (given[1] == i and _close(i - 1, target)):
                yield family, given


def _close(k: int, target: Target) -> bool:
    """Return whether only a space, a hyphen or a full stop follows word ``k``."""
    return target.english.gap(k) in (" ", ". ", "-", "\n", ".")


def _may_be_read_otherwise(given: Half, term: Term) -> bool:
    """Return whether a word next to the family name may be the given name, although no dictionary has that reading.

    It may not if the given name in Japanese is a word or another name (容疑).
    """
    return not given.listed and (len(given.text) == 1 or not term.lexicon.has(given.text))


def _elsewhere(i: int, j: int, target: Target) -> bool:
    """Return whether half a name at the words ``i:j`` belongs to another name: it is next to another half or a common noun."""
    english = target.english
    before = _follows_a_name(i, target)
    behind = j in target.names_from and _close(j - 1, target) and not english.opens_sentence(j)
    behind_no = j + 1 in target.names_from and english.lexemes[j].lower in _NO
    return before or behind or behind_no or after(j, all_phrases(), target) is not None


def _follows_a_name(i: int, target: Target) -> bool:
    """Return whether the word before word `i` may be the other half of a name."""
    return i in target.names_to and _close(i - 1, target) and not target.english.opens_sentence(i)


def _filed(term: Term) -> Iterator[Filed]:
    """Yield keys for names of people, whole and by halves."""
    if not applies(term) or has_surname(term):  # if the text has the full name, its sound selects the term
        return
    if term.words and not term.proper:
        yield from (Filed(f"n:{loose(key)}") for entry in term.names for key in kana_keys(entry.reading))
        return
    yield from (Filed(f"n:{key}") for key in spelled_keys(term.surface, "given", term.lexicon))
    for cut in cuts(term):
        yield from (Filed(f"n:{key}", 0, cut.at) for key in _keys_of(cut.family, "place", term))
        yield from (Filed(f"n:{key}", cut.at) for key in _keys_of(cut.given, "given", term))


def _keys_of(half: Half, read_as: ReadAs, term: Term) -> set[str]:
    return {*half.keys, *spelled_keys(half.text, read_as, term.lexicon)}


PERSON = Kind(
    "person",
    frozenset({"name"}),
    compared(match),
    term_keys=where(applies),
    of_unlisted=True,
    filed=_filed,
    offered=offered.names,
    guess=True,
)
