"""The English side of an alignment, analysed once, with the indexes that the kinds of evidence use."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from termalign.abbreviations import find_abbreviations, is_short_form, mentions, singular
from termalign.english import EnglishText
from termalign.english.datelines import Dateline, datelines
from termalign.kana import ANY, is_japanese, latin_consonants, latin_opening, loose
from termalign.lexicon import Lexicon
from termalign.meaning.embedding import code
from termalign.model import Abbreviation, Span
from termalign.phonetics import Sentences, latin_skeleton, sentences
from termalign.quantities import Quantity, english_quantities
from termalign.quantities.english_dates import with_months
from termalign.target.neighbours import Neighbours
from termalign.target.quantity_keys import agrees_with_any, day_key, keys_as_said, keys_if_rounded
from termalign.target.romaji_words import read_around_no, read_as_japanese, read_with_r

_MAX_NAME_WORDS = 4
_IF_ROUNDED = "~"  # before a key of `keys_if_rounded`, so that it meets only what the other text says
NUMERALS = frozenset("一二三四五六七八九十百千万億兆")
"""What counts rather than means, as a part of a word."""
#: Words without a specific meaning: *which*, *how many*, and verbs that depend on their object (*bring* to an end).
_VAGUE = frozenset(
    "any some all every other another several more fewer much few where until rather actually according so-called"
    " bring brings bringing brought come comes came go goes going went gone put puts putting let lets allow allows"
    " allowed allowing give gives giving gave given".split()
)
NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})


_Key = TypeVar("_Key")


class NameWord(NamedTuple):
    """A capitalised word, or several joined by hyphens, that can be read as Japanese: the words ``i:j``.

    ``key`` is the loose romaji key, ``spelled`` the exact one.
    """

    i: int
    j: int
    key: str
    spelled: str


class Target:
    """An English text with the indexes that the kinds of evidence use.

    Parameters
    ----------
    english : EnglishText
        The words and lexemes, with an index by stem.
    lexicon : Lexicon, optional
        The lexicon in which related English words are looked up; the packaged one by default.
    parallel : bool
        Whether the text is a translation of the Japanese that is searched for in it.
    defined_elsewhere : mapping of str to tuple of str
        Short forms that other passages of the same document define, with the words of the definition.

    Attributes
    ----------
    japanese : bool
        Whether the text may contain Japanese.
    """

    def __init__(
        self,
        english: EnglishText,
        lexicon: Lexicon | None = None,
        parallel: bool = False,
        defined_elsewhere: Mapping[str, tuple[str, ...]] = NOTHING,
    ) -> None:
        self.english = english
        self.parallel = parallel
        self.defined_elsewhere = defined_elsewhere
        self.lexicon = lexicon if lexicon is not None else Lexicon.default()
        self._meant: dict[str, list[tuple[str, float]]] = {}
        self._related: dict[str, list[tuple[str, float]]] = {}
        text = english.text
        self.japanese = not text.isascii() and any(c > "\u2fff" for c in text)

    @cached_property
    def romaji(self) -> dict[str, list[tuple[int, int]]]:
        """Return ranges of words that can be read as Japanese, by their key (`termalign.target.romaji_words`)."""
        return read_as_japanese(self.english)

    @cached_property
    def romaji_around_no(self) -> dict[str, list[tuple[int, int]]]:
        """Return ranges of words with *no* inside, by their key without it."""
        return read_around_no(self.english)

    @cached_property
    def openings(self) -> frozenset[str]:
        """Return the beginnings of the keys of `romaji`."""
        return frozenset({ANY, *map(latin_opening, self.romaji)})

    @cached_property
    def consonants(self) -> frozenset[str]:
        """Return the consonants of the keys of `romaji`."""
        return frozenset(map(latin_consonants, self.romaji))

    @cached_property
    def names(self) -> list[NameWord]:
        """Return words that may be Japanese names or halves of names: capitalised, or unknown in a text without capitals."""
        forms, lexemes, cased = self.english.forms, self.english.lexemes, self.english.cased
        found = []
        for key, ranges in self.romaji.items():
            for i, j in ranges:
                if (forms[i][0].isupper() or not (cased or lexemes[i].known)) and all(
                    self.english.gap(k) != " " for k in range(i, j - 1)
                ):
                    found.append(NameWord(i, j, loose(key), key))
        if found:
            found += [NameWord(k, k + 1, loose(key), key) for k, key in read_with_r(self.english, found)]
        return sorted(found)

    def names_beginning(self, openings: Iterable[str]) -> list[NameWord]:
        """Return the `names` whose loose keys begin with any of these openings, in order."""
        return sorted({word for opening in openings for word in self._names_by_opening.get(opening, ())})

    def names_spelled(self, keys: Iterable[str]) -> list[NameWord]:
        """Return the `names` with any of these exact keys, in order."""
        return sorted({word for key in keys for word in self._names_by_spelling.get(key, ())})

    @cached_property
    def names_from(self) -> Mapping[int, Sequence[NameWord]]:
        """Return the `names` by their first word."""
        return _grouped(self.names, attrgetter("i"))

    @cached_property
    def names_to(self) -> Mapping[int, Sequence[NameWord]]:
        """Return the `names` by the word behind them."""
        return _grouped(self.names, attrgetter("j"))

    @cached_property
    def _names_by_spelling(self) -> Mapping[str, Sequence[NameWord]]:
        return _grouped(self.names, attrgetter("spelled"))

    @cached_property
    def _names_by_opening(self) -> dict[str, list[NameWord]]:
        found: dict[str, list[NameWord]] = {}
        for word in self.names:
            for end in range(1, len(word.key) + 1):
                found.setdefault(word.key[:end], []).append(word)
        return found

    def related(self, stem: str) -> Sequence[tuple[str, float]]:
        """Return stems of the text that often gloss the same Japanese as ``stem``, with their weights."""
        found = self._related.get(stem)
        if found is None:
            found = self._related[stem] = [(own, row[stem]) for own, row in self.relatives.items() if stem in row]
        return found

    @cached_property
    def relatives(self) -> Mapping[str, Mapping[str, float]]:
        """Return the content stems of the text, each with the stems that it is related to and their weights."""
        english = self.english
        content = [stem for stem, places in english.by_stem.items() if not english.lexemes[places[0]].function]
        return dict(zip(content, self.lexicon.all_relatives(content), strict=True))

    def meant(self, character: str) -> Sequence[tuple[str, float]]:
        """Return stems of the text that gloss compounds with a kanji, and how often.

        Numerals have none: 八百屋 (a greengrocer) and 七面鳥 (a turkey) do not count anything.
        """
        found = self._meant.get(character)
        if found is None:
            often = {} if character in NUMERALS else self.lexicon.associates(character)
            found = self._meant[character] = [
                (stem, often[stem]) for stem in often.keys() & self.english.by_stem.keys()
            ]
        return found

    @cached_property
    def capitalised(self) -> dict[str, list[tuple[int, int]]]:
        """Return runs of up to four words that begin with a capital, by their letters: ``yangxiaodong`` → [(3, 5)]."""
        english = self.english
        cased = english.cased
        found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for i, form in enumerate(english.forms):
            if (cased and not form[0].isupper()) or english.lexemes[i].function:
                continue
            joined = ""
            for j in range(i, min(i + _MAX_NAME_WORDS, len(english))):
                if j > i and not english.tight[j - 1]:
                    break
                plain = english.lexemes[j].plain
                joined += plain if plain.isalpha() else "".join(filter(str.isalpha, plain))
                found[joined].append((i, j + 1))
        return dict(found)

    @cached_property
    def letters(self) -> str:
        """Return the letters of all words of the text, joined: *policeagency*."""
        return "".join([x.plain for x in self.english.lexemes])

    @cached_property
    def breaks(self) -> frozenset[int]:
        """Return the words that are separated from the preceding word by more than a space, hyphen or apostrophe."""
        return frozenset([k for k, tight in enumerate(self.english.tight[:-1], 1) if not tight])

    @cached_property
    def definitions(self) -> Sequence[tuple[tuple[int, int], tuple[int, int], list[tuple[int, int]]]]:
        """Return the abbreviations that the text defines: words of the short form, of the long form, and of each later mention.

        If a short form is defined again, later mentions belong to the new definition.
        """
        english = self.english
        defined_here = [d for d in find_abbreviations(english.text) if self._has_words(d.short, d.long)]
        uses_of: dict[Abbreviation, list[tuple[int, int]]] = {}
        for defined, use in mentions(english.text, defined_here):
            if self._has_words(use):
                uses_of.setdefault(defined, []).append(english.words_in(use.start, use.end))
        return [
            (
                english.words_in(d.short.start, d.short.end),
                english.words_in(d.long.start, d.long.end),
                uses_of.get(d, []),
            )
            for d in defined_here
        ]

    def _has_words(self, *spans: Span) -> bool:
        return all(self.english.has_words(span.start, span.end) for span in spans)

    @cached_property
    def acronyms(self) -> list[tuple[int, str]]:
        """Return words that look like acronyms, in the singular, with their positions.

        Words that capitals only stress are left out: FUKUOKA, Nov. 5; and those of a dateline.
        """
        forms = self.english.forms
        found = [(i, form) for i, form in enumerate(forms) if is_short_form(form) and i not in self.in_datelines]
        stressed = {form.upper() for form in forms if form[1:].islower()} if found else ()
        return [(i, singular(form)) for i, form in found if form not in stressed]

    @cached_property
    def in_datelines(self) -> frozenset[int]:
        """Return the words of datelines (TOKYO, Oct 01 (Kyodo) -): a place and an agency, which abbreviate nothing."""
        words_in = self.english.words_in
        return frozenset([i for line in self._datelines for i in range(*words_in(line.start, line.end))])

    @cached_property
    def _datelines(self) -> Sequence[Dateline]:
        return list(datelines(self.english.text))

    @cached_property
    def skeletons(self) -> list[str]:
        """Return the consonant classes of each word, for the comparison with katakana."""
        return [latin_skeleton(x.plain) for x in self.english.lexemes]

    @cached_property
    def neighbours(self) -> Neighbours:
        """Return the content words right before another one, for the comparison with clipped katakana."""
        return Neighbours(self.english, self.spoken)

    @cached_property
    def meanings(self) -> list[tuple[int, int]]:
        """Return the content words with a known code (`termalign.meaning.embedding`), and the code."""
        english = self.english
        able = [i for i, x in enumerate(english.lexemes) if not x.function and x.lower not in _VAGUE]
        coded = [(i, code(english.stems[i])) for i in able]
        return [(i, bits) for i, bits in coded if bits is not None]

    @cached_property
    def function_words(self) -> frozenset[int]:
        """Return the positions of closed-class words."""
        return frozenset([i for i, x in enumerate(self.english.lexemes) if x.function])

    @cached_property
    def spoken(self) -> Sentences:
        """Return the words in the form in which katakana is searched for."""
        return sentences(tuple(self.english.forms))

    @cached_property
    def compared(self) -> dict[Quantity, list[tuple[Quantity, Quantity, float]]]:
        """Return a cache for the kind `number`: for each Japanese quantity, the parts that equal parts of English ones."""
        return {}

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Return the numbers, dates and amounts of the English text, without those in Japanese (3月4日) or in markup.

        Offsets are those of ``english.text``.
        """
        english = self.english
        found = english_quantities(english.text if english.cased else with_months(english.text))
        return tuple(
            [q for q in found if english.has_words(q.start, q.end) and not (self.japanese and self._is_in_japanese(q))]
        )

    def _is_in_japanese(self, q: Quantity) -> bool:
        """Return whether a Japanese character directly precedes or follows a quantity."""
        text = self.english.text
        return any(map(is_japanese, text[max(0, q.start - 1) : q.start] + text[q.end : q.end + 1]))

    @cached_property
    def _comparable(self) -> Sequence[Quantity]:
        """Return the `quantities` that may render something."""
        dates = {line.date for line in self._datelines}
        return [q for q in self.quantities if q.start not in dates]

    def quantities_like(self, ja: Quantity) -> Sequence[Quantity]:
        """Return the quantities that may be equivalent to a Japanese one."""
        if agrees_with_any(ja):
            return self._comparable
        others, days, approximate = self._indexed_quantities
        day = day_key(ja)
        said = keys_as_said([ja])
        keys = {*said, *keys_if_rounded([ja]), *[_IF_ROUNDED + key for key in said]}
        found = {k for key in keys for table in ((others,) if day else (others, days)) for k in table.get(key, ())}
        return [self._comparable[k] for k in sorted(found.union(approximate, days.get(day, ())))]

    @cached_property
    def _indexed_quantities(self) -> tuple[dict[str, list[int]], dict[str, list[int]], list[int]]:
        """Return places in `_comparable`: by key, by key for days of a month, and of approximate quantities."""
        others: dict[str, list[int]] = {}
        days: dict[str, list[int]] = {}
        for k, q in enumerate(self._comparable):
            day = day_key(q)
            keys = {*keys_as_said([q]), *[_IF_ROUNDED + key for key in keys_if_rounded([q])]}
            for key in (*keys, day) if day else keys:
                (days if day else others).setdefault(key, []).append(k)
        return others, days, [k for k, q in enumerate(self._comparable) if q.approx]

    @cached_property
    def quantity_at(self) -> Mapping[int, int]:
        """Return the position in `quantities` of the quantity that each word belongs to, by the position of the word."""
        return {k: n for n, (i, j) in enumerate(self.quantity_words) for k in range(i, j)}

    @cached_property
    def numeral_at(self) -> Mapping[int, int]:
        """Return the same as `quantity_at`, but only for words of a quantity's value, not of its unit."""
        values = [(n, part) for n, q in enumerate(self.quantities) for part in q.parts or (q,) if part.kind != "unit"]
        return {k: n for n, part in values for k in range(*self.english.words_in(part.start, part.end))}

    @cached_property
    def quantity_words(self) -> Sequence[tuple[int, int]]:
        """Return the words ``i:j`` of each quantity."""
        return [self.english.words_in(q.start, q.end) for q in self.quantities]


def _grouped(names: Iterable[NameWord], key: Callable[[NameWord], _Key]) -> Mapping[_Key, Sequence[NameWord]]:
    found: defaultdict[_Key, list[NameWord]] = defaultdict(list)
    for word in names:
        found[key(word)].append(word)
    return dict(found)
