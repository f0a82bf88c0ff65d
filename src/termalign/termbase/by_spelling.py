"""An index of glossary terms by their spelling."""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain

from termalign.formats.glossaries.entry import GlossaryEntry, renderings_of
from termalign.japanese.legal_forms import other_forms
from termalign.japanese.other_names import spellings_in
from termalign.lexicon.folding import all_folded, folded
from termalign.lexicon.headword_spelling import headword_key
from termalign.text.scripts import KANJI

_GA = re.compile(f"(?<=[{KANJI}])[ガヶ](?=[{KANJI}])")
_OTHER_GA = {"ガ": "ヶ", "ヶ": "ガ"}
_FIRST = 2  # letters by which keys are grouped, because most strings that begin no key differ in them
_LONGEST = 1_000  # letters of a term that is looked for in texts, so that a repetitive text of them takes little time
_OKURIGANA = re.compile(f"(?<=[々{KANJI}])[ぁ-ゖ]{{1,3}}(?=[々{KANJI}ァ-ヺ]|$)")
_LONE = re.compile(f"[々{KANJI}].*[々{KANJI}]", re.DOTALL)


def _with_other_ga(keys: str) -> str:
    """Return folded spellings with ヶ and が between kanji exchanged: 槍ヶ岳, 槍が岳."""
    return _GA.sub(lambda found: _OTHER_GA[found[0]], keys)


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
        self._common = {place for place, term in enumerate(given) if term in common} if common else set()
        # A term of letters alone contains no other name.
        others = [
            (place, name)
            for place, term in enumerate(listed)
            if not term.isalpha()
            for name in names(term)
            if name != term
        ]
        others += _with_other_forms(listed)
        self._terms = listed
        self._names = [*listed, *[name for _, name in others]]  # a whole term comes before another name in it
        self._place = [*range(len(listed)), *[place for place, _ in others]]  # of the term that has the name
        self._numbers = _Numbers(self._names)
        self._skeletons: dict[str, list[str]] = {}
        for term, bones in skeletons(listed):
            self._skeletons.setdefault(bones, []).append(term)
        self._keys: dict[str, list[str]] = {}  # by their first letters
        for key in chain(self._numbers, self._skeletons):
            if len(key) <= _LONGEST:
                self._keys.setdefault(key[:_FIRST], []).append(key)
        self._starts = {start[:1] for start in self._keys} | {""}
        self._sorted: dict[str, list[str]] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, key: object) -> bool:
        return key in self._numbers

    def __getitem__(self, key: str) -> list[int]:
        """Return the indices of the terms with this key."""
        return [self._place[number] for number in self._numbers[key]]

    def is_common(self, key: str) -> bool:
        """Return whether all terms with this key are common nouns."""
        return self._common.issuperset(self[key])

    def written(self, key: str) -> list[str]:
        """Return the terms, and the names inside terms, with this key, as written and with normalised width."""
        return [headword_key(self._names[number]) for number in self._numbers[key]]

    def begins(self, start: str) -> bool:
        """Return whether a key, or the kanji skeleton of a term, begins with this string, and is not too long for a search."""
        if len(start) < _FIRST:
            return start in self._starts
        first = start[:_FIRST]
        if first not in self._keys:
            return False
        keys = self._sorted.get(first)
        if keys is None:
            keys = self._sorted[first] = sorted(self._keys[first])
        k = bisect_left(keys, start)
        return k < len(keys) and keys[k].startswith(start)

    def alike(self, bones: str) -> list[str]:
        """Return the terms that have these kanji in this order, with any okurigana between them."""
        same = [self._terms[k] for k in self[bones]] if bones in self else []
        return [*self._skeletons.get(bones, []), *same]


class _Numbers:
    """The numbers of names by folded spelling. Few spellings have several, so that only these need a list."""

    def __init__(self, names: list[str]) -> None:
        keys = all_folded(names)
        places = range(len(keys))
        self._first = dict(zip(reversed(keys), reversed(places), strict=True))
        several = len(self._first) < len(keys)
        further = [(key, k) for key, k in zip(keys, places, strict=True) if self._first[key] != k] if several else []
        others = _with_other_ga("\n".join(keys)).split("\n") if keys else []
        further += [(other, k) for other, key, k in zip(others, keys, places, strict=True) if other != key]
        self._further: dict[str, list[int]] = {}
        for key, k in further:
            if self._first.setdefault(key, k) != k:
                self._further.setdefault(key, []).append(k)
        self._first.pop("", None)

    def __len__(self) -> int:
        return len(self._first)

    def __contains__(self, key: object) -> bool:
        return key in self._first

    def __iter__(self) -> Iterator[str]:
        return iter(self._first)

    def __getitem__(self, key: str) -> list[int]:
        return sorted([self._first[key], *self._further.get(key, ())])


def with_other_form(term: str) -> str | None:
    """Return the name of a company with its legal form abbreviated, or in full if it was abbreviated.

    Examples
    --------
    >>> with_other_form("株式会社東芝"), with_other_form("山王商事㈲"), with_other_form("東芝"), with_other_form("株式会社")
    ('(株)東芝', '山王商事有限会社', None, None)
    """
    name = headword_key(term)
    for form, other in other_forms().items():
        if name.startswith(form) and len(name) > len(form):
            return other + name[len(form) :].lstrip()
        if name.endswith(form) and len(name) > len(form):
            return name[: -len(form)].rstrip() + other
    return None


def _with_other_forms(terms: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the number of each term that `with_other_form` changes, with what it returns."""
    ends = {form[k] for form in other_forms() for k in (0, -1)}
    for number, term in enumerate(terms):
        # Nearly all other terms are seen not to have a legal form by these letters.
        if term[:1] in ends or term[-1:] in ends or not term.isalpha():
            name = with_other_form(term)
            if name is not None:
                yield number, name


def skeleton(term: str) -> str:
    """Return the folded term without its okurigana, or ``""`` if it has fewer than two kanji.

    Examples
    --------
    >>> skeleton("取り消し"), skeleton("取消"), skeleton("読み替え規定"), skeleton("光る"), skeleton("サーバー")
    ('取消', '取消', '読替規定', '', '')
    """
    return folded(_OKURIGANA.sub("", term)) if _LONE.search(term) else ""


def skeletons(terms: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each term that has okurigana with its skeleton.

    Examples
    --------
    >>> list(skeletons(["取り消し", "取消", "サーバー"]))
    [('取り消し', '取消')]
    """
    for term in terms:
        bones = _OKURIGANA.sub("", term)
        if len(bones) < len(term) and _LONE.search(term):
            yield term, folded(bones)
