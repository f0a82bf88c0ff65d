"""An index of glossary terms by their spelling."""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache

from termalign.formats.glossaries.entry import GlossaryEntry, renderings_of
from termalign.japanese.legal_forms import other_forms
from termalign.japanese.other_names import spellings_in
from termalign.lexicon.folding import all_folded, folded
from termalign.lexicon.spelling import headword_key
from termalign.text.scripts import KANJI

_GA = re.compile(f"(?<=[{KANJI}])[ガヶ](?=[{KANJI}])")
_OTHER_GA = {"ガ": "ヶ", "ヶ": "ガ"}
_FIRST = 2  # letters that `begins` compares first, because most strings that begin no key differ in them
_OKURIGANA = re.compile(f"(?<=[々{KANJI}])[ぁ-ゖ]{{1,3}}(?=[々{KANJI}ァ-ヺ]|$)", re.MULTILINE)
_LONE = re.compile(f"[々{KANJI}].*[々{KANJI}]", re.DOTALL)


def _with_other_ga(key: str) -> str:
    """Return the folded spelling with ヶ and が between kanji exchanged: 槍ヶ岳, 槍が岳."""
    return _GA.sub(lambda found: _OTHER_GA[found[0]], key)


def with_ke(key: str) -> str:
    """Return the folded spelling with ヶ for が between kanji: 槍ヶ岳."""
    return _GA.sub("ヶ", key)


def common_nouns(entries: Iterable[GlossaryEntry]) -> set[str]:
    """Return the terms that are common nouns by an entry: it has renderings, and none of them has a capital letter.

    Examples
    --------
    >>> common_nouns([GlossaryEntry("石垣", ("stone wall",)), GlossaryEntry("観音", ("Kannon",)), GlossaryEntry("鍔", ())])
    {'石垣'}
    """
    return {entry.ja for entry in entries if (said := renderings_of(entry)) and all(map(str.islower, said))}


class Index:
    """Terms by folded spelling. Look-ups return indices into `terms`.

    `common` has the terms that are certainly common nouns, so that no name contains them. `names` returns the names in a term.

    Examples
    --------
    >>> index = Index(["サーバー", "取り消し", "取消し"])
    >>> index["サーバー"], index.begins("サー"), index.begins("バー")
    ([0], True, False)
    >>> index.alike("取消")
    ['取り消し', '取消し']
    """

    def __init__(
        self,
        terms: Iterable[str],
        common: Collection[str] = frozenset(),
        names: Callable[[str], Iterable[str]] = spellings_in,
    ) -> None:
        given = list(terms)
        listed = [" ".join(term.splitlines()) for term in given]
        self._common = {place for place, term in enumerate(given) if term in common}
        others = [(place, name) for place, term in enumerate(listed) for name in names(term) if name != term]
        others += [(place, name) for place, term in enumerate(listed) if (name := with_other_form(term))]
        written = [*enumerate(listed), *others]  # a whole term comes before another name in it
        self._places: dict[str, list[int]] = {}
        self._written: dict[str, list[str]] = {}
        for (place, name), key in zip(written, all_folded([name for _, name in written]), strict=True):
            for spelling in {key, _with_other_ga(key)} - {""}:
                self._places.setdefault(spelling, []).append(place)
                self._written.setdefault(spelling, []).append(name)
        self._skeletons: dict[str, list[str]] = {}
        for term, bones in skeletons(listed):
            self._skeletons.setdefault(bones, []).append(term)
        self._terms = listed
        self._keys = sorted({*self._places, *self._skeletons})
        self._starts = {key[:_FIRST] for key in self._keys} | {key[:1] for key in self._keys} | {""}

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __getitem__(self, key: str) -> list[int]:
        """Return the indices of the terms with this key."""
        return self._places[key]

    def is_common(self, key: str) -> bool:
        """Return whether all terms with this key are common nouns."""
        return self._common.issuperset(self._places[key])

    def written(self, key: str) -> list[str]:
        """Return the terms and the names in them with this key as written, with normalised width."""
        return [headword_key(name) for name in self._written[key]]

    def begins(self, start: str) -> bool:
        """Return whether a key, or the kanji skeleton of a term, begins with this string."""
        if start[:_FIRST] not in self._starts:
            return False
        if len(start) < _FIRST:
            return True
        k = bisect_left(self._keys, start)
        return k < len(self._keys) and self._keys[k].startswith(start)

    def alike(self, bones: str) -> list[str]:
        """Return the terms that have these kanji in this order, with any okurigana between them."""
        return [*self._skeletons.get(bones, []), *[self._terms[k] for k in self._places.get(bones, [])]]


def with_other_form(term: str) -> str | None:
    """Return the name of a company with its legal form abbreviated, or in full if it was abbreviated.

    Examples
    --------
    >>> with_other_form("株式会社東芝"), with_other_form("山王商事㈲"), with_other_form("東芝"), with_other_form("株式会社")
    ('(株)東芝', '山王商事有限会社', None, None)
    """
    if _signs().isdisjoint(term):
        return None
    name = headword_key(term)
    for form, other in other_forms().items():
        if name.startswith(form) and len(name) > len(form):
            return other + name[len(form) :].lstrip()
        if name.endswith(form) and len(name) > len(form):
            return name[: -len(form)].rstrip() + other
    return None


@cache
def _signs() -> frozenset[str]:
    """Return characters of which every name with such a form has one, before its width is normalised."""
    return frozenset({form[-1] for form in other_forms()}) | frozenset("）㈱㈲㈳㈶㈾㈴")


def skeleton(term: str) -> str:
    """Return the folded term without its okurigana, or ``""`` if it has fewer than two kanji.

    Examples
    --------
    >>> skeleton("取り消し"), skeleton("取消"), skeleton("読み替え規定"), skeleton("光る"), skeleton("サーバー")
    ('取消', '取消', '読替規定', '', '')
    """
    return folded(_OKURIGANA.sub("", term)) if _LONE.search(term) else ""


def skeletons(terms: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each term that has okurigana with its skeleton. Terms must not contain line breaks.

    Examples
    --------
    >>> list(skeletons(["取り消し", "取消", "サーバー"]))
    [('取り消し', '取消')]
    """
    bare = _OKURIGANA.sub("", "\n".join(terms)).split("\n")
    for term, bones in zip(terms, bare, strict=True):
        if len(bones) < len(term) and _LONE.search(term):
            yield term, folded(bones)
