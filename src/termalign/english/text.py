"""An English text analysed once: words with offsets, their lexemes, sentence numbers, and indexes to look words up by."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from termalign.english.function_words import ARTICLES, PREPOSITIONS
from termalign.english.lexis import ABBREVIATIONS, Lexeme, lexeme
from termalign.english.phrasal import adverbs_with
from termalign.text import Normalised, access_key_marks, normalise, without_markup
from termalign.text.currencies import CURRENCY_SIGN, SIGNS
from termalign.text.program_names import HANDLE, SIGN_AHEAD, SIGN_BEHIND, underscored
from termalign.text.scripts import JAPANESE

#: What is written with a full stop before another word, or at the end of a name.
_STOPPED = ABBREVIATIONS | frozenset("mr mrs ms dr rev st mt jr sr hon no inc ltd".split())
_TITLED = "|".join([*sorted(map(str.capitalize, _STOPPED)), "F(?i:igs?)"])
_EITHER_NUMBER = r"\(e?s\)"  # column(s)
#: One word: a run of Japanese, an abbreviation with its full stops, *M&A* and *Q&A* (whose A is not an article), a number with
#: its separators and suffix, or a run of letters and digits with its inner apostrophes (Jun'ichi, don't) and with the signs of
#: names in programs ($user, C++, C#, .NET). The possessive ending is skipped.
WORD = re.compile(
    rf"[{JAPANESE}]+|(?:[A-Z]\.){{2,}}|\b[A-Z]&A\b|\b(?:{_TITLED})\.|\b[ap]\.m\.|\d+(?:[.,]\d+)*(?:[^\W_{JAPANESE}]+)?"
    rf"|(?:{SIGN_AHEAD})?[^\W_{JAPANESE}]+(?:['’](?![sS]\b)[^\W_{JAPANESE}]+)*(?:{SIGN_BEHIND}|{_EITHER_NUMBER})?"
)
_POSSESSIVE = re.compile(r"(?<=\w)['’][sS]\b")
_CURRENCY = re.compile(f"{CURRENCY_SIGN}$")
_HANDLE = re.compile(HANDLE, re.ASCII)
_LOSS = re.compile(  # a number in brackets, as accounts write what is below zero
    rf"(?P<currency>{CURRENCY_SIGN})?\(([\d.,]+)\)(?(currency)|(?: ?%| (?:thousand|million|billion)\b))"
)
_NUMBERED = re.compile(r"\d+|[ivxl]+|[a-z]")  # in a bracket
BARE_POINT = re.compile(r"(?<![\w.,])\.(?=[0-9]{2,4}(?!\.?[0-9]))")  # a batting average of .325
MINUS = re.compile(
    rf"(?<![0-9] )(?<![0-9A-Za-z)\]/.:-])[-−▲△](?=[0-9{SIGNS}])"
)  # a change of -3%; not a hyphen or the dash of a range
_LEADING = re.compile(
    r"(?<![0-9] )(?<![0-9A-Za-z)\]])[±×](?=[0-9])|(?<![\w.)\]])(?:’|'(?!.{0,80}'(?!\w)))(?=[0-9]{2}(?!\w))"
)
"""±0.5, damage ×1.5 and the year '98; not a product of two numbers, nor a quotation."""
_AHEAD_OF_FIGURES = frozenset("-−▲△±×'’")
_BEHIND_FIGURES = frozenset("%‰°′″×¢")
QUOTES = frozenset("\"'“”‘’«»")
_CLOSING = {'"': '"', "“": "”", "‘": "’", "«": "»"}
HYPHENS = frozenset("-‐")
_OTHER_WORD = re.compile(
    r"\bre.(?![aeiou])", re.IGNORECASE
)  # to re-sign is not to resign, a re-election is a reelection
_TIGHT = frozenset({" ", "-", "‐", "–", "'", "’", ""})
_BREAK = re.compile(r"[.!?。！？][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\n\s*\n|\n")
# A full stop after one of these does not end a sentence.
_TITLES = _STOPPED | frozenset("vs vol fig etc supt cpl pvt jan feb mar apr jun jul aug sep sept oct nov dec".split())


_SEVERAL = 3  # main words, at least, whose capitals make a sentence one in title case
_SHORTENED = frozenset(
    {"ltd", "inc", "corp", "co", "bros", "jr", "sr", "etc"}
)  # written with a full stop at the end of a name


class EnglishText:
    """The words of an English text, in parallel lists: position ``i`` is the same word in each.

    No two words share a character of the caller's text. Markup is not a word (`termalign.text.markup`).

    Parameters
    ----------
    raw : str
        The caller's text.
    hidden : sequence of (int, int), optional
        Code points of `raw` that are no part of its words, such as the marks of access keys.

    Attributes
    ----------
    text : str
        The folded text that the offsets below refer to; `offsets` returns those of `raw`.
    forms : list of str
        Words as written.
    starts, ends : list of int
        Code points of `text`.
    lexemes : list of Lexeme
        The entry of each form.
    stems : list of str
        Family keys.
    sentences : list of int
        The sentence number of each word.
    by_stem : dict of str to list of int
        Word positions by family key.
    vocabulary : frozenset of str
        The family keys.
    gaps : list of str
        The text after each word, up to the next.
    capitalised : list of bool
        Whether each word begins with a capital.
    cased : bool
        Whether the text has any capitals; hastily typed questions have none.

    Examples
    --------
    >>> english = EnglishText("Anonymous and Fluid Crime Groups")
    >>> english.forms[3], english.stems[0], english.phrase(0, 5)
    ('Crime', 'anonym', 'Anonymous and Fluid Crime Groups')
    """

    def __init__(self, raw: str, hidden: Sequence[tuple[int, int]] = ()) -> None:
        self.folded: Normalised = normalise(raw, hidden=hidden)
        self.raw = raw
        self.text = self.folded.text
        text = self.text
        spans = [word.span() for word in WORD.finditer(without_markup(_POSSESSIVE.sub("  ", text)))]
        spans = _apart(_without_currencies(spans, text), self.folded)
        self.forms: list[str] = [text[start:end] for start, end in spans]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.lexemes: list[Lexeme] = [lexeme(form.partition("(")[0]) for form in self.forms]
        if len(self.lexemes) == 1:
            self.lexemes = [self.lexemes[0]._replace(function=False)]  # Down, All: a label says something
        self.gaps = [text[end:start] for end, start in zip(self.ends, [*self.starts[1:], len(text)], strict=False)]
        self.capitalised = [form[:1].isupper() for form in self.forms]
        self.cased = not text.islower()
        self._index()

    @classmethod
    def of_pair(cls, english: str, japanese: str) -> "EnglishText":
        """Return the English of a pair, without the marks of access keys that the Japanese names.

        >>> EnglishText.of_pair("Save the For_mats", "書式を保存(_M)").forms
        ['Save', 'the', 'Formats']
        """
        return cls(english, access_key_marks(english, japanese))

    def _index(self) -> None:
        self.stems = [x.stem if x.stem != "a" or self._is_letter(k) else "an" for k, x in enumerate(self.lexemes)]
        by_stem: defaultdict[str, list[int]] = defaultdict(list)
        for i, stem in enumerate(self.stems):
            by_stem[stem].append(i)
        self.by_stem: dict[str, list[int]] = dict(by_stem)
        self.vocabulary = frozenset(by_stem)

    def passage(self, i: int, j: int) -> "EnglishText":
        """Return the words ``i:j``, with adjacent marks, as a separate text; `base` returns where it begins in this one."""
        start, end = self._border(i), self._border(j)
        part = EnglishText.__new__(EnglishText)
        part.folded = self.folded.part(start, end)
        part.raw, part.text = part.folded.raw, part.folded.text
        part.forms, part.lexemes = self.forms[i:j], self.lexemes[i:j]
        part.starts, part.ends = [x - start for x in self.starts[i:j]], [x - start for x in self.ends[i:j]]
        part.gaps, part.capitalised = self.gaps[i:j], self.capitalised[i:j]
        part.gaps[-1:] = [part.text[part.ends[-1] :]]
        part.cased = self.cased
        part._index()
        return part

    def base(self, i: int) -> int:
        """Return the raw code point at which a passage that begins with word `i` begins."""
        start = self._border(i)
        return start if self.folded.starts is None else self.folded.raw_span(start, start)[0]

    def _is_letter(self, k: int) -> bool:
        """Return whether word `k`, an *a*, may be the letter, as in *vitamin A*, and not the article."""
        behind_a_word = k > 0 and self.gaps[k - 1] in _TIGHT
        if self.forms[k] == "A":
            return behind_a_word or self.gaps[k] in HYPHENS
        return behind_a_word and self.gaps[k] not in _TIGHT

    def _border(self, k: int) -> int:
        """Return the folded code point between words ``k - 1`` and ``k``: the last one after white space, if there is any."""
        if k == 0 or k == len(self):
            return len(self.text) if k else 0
        start, before = self.starts[k], self.ends[k - 1]
        while start > before and not self.text[start - 1].isspace():
            start -= 1
        return start if start > before else self.starts[k]

    def __len__(self) -> int:
        return len(self.forms)

    @cached_property
    def sentences(self) -> list[int]:
        """The sentence number of each word."""
        borders = [m.end() for m in _BREAK.finditer(self.text) if not self._abbreviates(m.start())]
        numbers, current = [], 0
        for start in self.starts:
            while current < len(borders) and borders[current] <= start:
                current += 1
            numbers.append(current)
        return numbers

    def opens_sentence(self, k: int) -> bool:
        """Return whether word `k` is the first of a sentence."""
        return k == 0 or self.sentences[k] != self.sentences[k - 1]

    def in_title_case(self, k: int) -> bool:
        """Return whether the sentence of word `k` is a title: its main words are several, and all have capitals.

        >>> EnglishText("Sharp Humidifier in White").in_title_case(1), EnglishText("A Sharp humidifier").in_title_case(1)
        (True, False)
        """
        return self.sentences[k] in self._sentences_in_title_case

    @cached_property
    def _sentences_in_title_case(self) -> frozenset[int]:
        """The numbers of the sentences in title case."""
        main: defaultdict[int, list[bool]] = defaultdict(list)
        for k, x in enumerate(self.lexemes):
            if not x.function and self.forms[k][0].isalpha():
                main[self.sentences[k]].append(self.capitalised[k])
        return frozenset(n for n, capitals in main.items() if len(capitals) >= _SEVERAL and all(capitals))

    def _abbreviates(self, at: int) -> bool:
        word = re.search(r"(\w+)$", self.text[max(0, at - 8) : at])
        return (
            self.text[at : at + 1] == "."
            and word is not None
            and (word[1].lower() in _TITLES or (len(word[1]) == 1 and word[1].isalpha()))
        )

    def gap(self, i: int) -> str:
        """Return the text between word ``i`` and word ``i + 1``."""
        return self.gaps[i]

    def is_broken(self, i: int, j: int) -> bool:
        """Return whether the words ``i:j`` end within a hyphenated word, or have only one end of a bracket.

        A hyphen divides words (*AI-generated*, *ex-yokozuna*), except beside a preposition or *self*: they are no words of their
        own in *self-defense*, *tie-up* and *by-products*. The *in* of *Nikko-in* is a part of a name.

        >>> english = EnglishText("the Agency (NPA) for self-defense")
        >>> english.is_broken(1, 3), english.is_broken(2, 4), english.is_broken(4, 5), english.is_broken(4, 6)
        (False, True, True, False)
        """
        if i - 1 in self._inner_hyphens or j - 1 in self._inner_hyphens:
            return True
        return self.has_brackets and self._breaks_a_bracket(i, j)

    def undivided(self, i: int, j: int) -> tuple[int, int]:
        """Return the words ``i:j`` with the rest of a hyphenated word at their ends: *tie-up* for *tie*.

        >>> EnglishText("a tie-up with Ex-Nissan").undivided(1, 2)
        (1, 3)
        """
        while i - 1 in self._inner_hyphens:
            i -= 1
        while j - 1 in self._inner_hyphens:
            j += 1
        return i, j

    @cached_property
    def _inner_hyphens(self) -> frozenset[int]:
        """The words that are followed by a hyphen that does not divide words."""
        return frozenset(
            k
            for k in range(len(self) - 1)
            if self.gaps[k] in HYPHENS
            and (self.lexemes[k].lower == "self" or self._is_particle(k) or self._is_particle(k + 1))
            and not self._is_foreign_name(k)
        )

    def _is_foreign_name(self, k: int) -> bool:
        """Return whether word `k` is a name and no English word: *Nikko* of the temple *Nikko-in*."""
        return self.capitalised[k] and not self.lexemes[k].known

    def _is_particle(self, k: int) -> bool:
        return self.lexemes[k].lower in PREPOSITIONS and not self.forms[k].isupper()

    def _breaks_a_bracket(self, i: int, j: int) -> bool:
        """Return whether a bracket opens or closes within the words ``i:j``, but not both: *Agency (a body* of the state).

        A bracket that closes directly after the words is not broken.
        """
        if j - i < 2:
            return False
        start, end = self._beginnings.get(i, self.starts[i]), self.ends[j - 1]
        opened, closed = self.text.count("(", start, end), self.text.count(")", start, end)
        return closed > opened or opened > closed + (self.text[end : end + 1] == ")")

    def ends_in_bracket(self, i: int, j: int) -> bool:
        """Return whether the words ``i:j`` begin before a bracket and end in it: *Agency (NPA)*, but not *sys.exit(0)*.

        A number in a bracket belongs to the words before it: *paragraph (1)*, *item (ii)*.

        >>> english = EnglishText("the Agency (NPA) of Japan, in paragraph (1)")
        >>> english.ends_in_bracket(1, 3), english.ends_in_bracket(1, 5), english.ends_in_bracket(6, 8)
        (True, False, False)
        """
        if j - i < 2 or not self.has_brackets:
            return False
        start, end = self.starts[i], self.ends[j - 1]
        opens = self.text.rfind(" (", start, end)
        return opens > self.text.rfind(")", start, end) and _NUMBERED.fullmatch(self.text, opens + 2, end) is None

    @cached_property
    def _beginnings(self) -> dict[int, int]:
        """Where the signs of a word begin: of the number of a loss, ¥(1,234) million, and of the names __init__ and _private."""
        losses = _LOSS.finditer(self.text) if self.has_brackets else ()
        found = {self.words_in(*loss.span(2))[0]: loss.start() for loss in losses}
        for start, end in self._underscored:
            found.setdefault(self.words_in(start, end)[0], start)
        return found

    @cached_property
    def _endings(self) -> dict[int, int]:
        """Where the signs of a word end: of the names __init__ and class_."""
        return {self.words_in(start, end)[1] - 1: end for start, end in self._underscored if self.has_words(start, end)}

    @cached_property
    def _underscored(self) -> Sequence[tuple[int, int]]:
        return underscored(self.text) if "_" in self.text else ()

    @cached_property
    def has_brackets(self) -> bool:
        """Whether the text has any round brackets."""
        return "(" in self.text or ")" in self.text

    def is_small_word(self, k: int) -> bool:
        """Return whether word `k` is a function word, and not an acronym with the same letters: *it*, not *IT*."""
        return self.lexemes[k].function and not self.forms[k].isupper()

    def with_adverb(self, i: int, j: int) -> tuple[int, int]:
        """Return the words ``i:j``, extended by the adverb after them if they are a phrasal verb's verb: *stepped* up.

        >>> english = EnglishText("Police stepped up patrols")
        >>> english.with_adverb(1, 2), english.with_adverb(0, 1)
        ((1, 3), (0, 1))
        """
        if j - i > 1 or j == len(self.forms) or self.gaps[i] != " " or (i and self.lexemes[i - 1].lower in ARTICLES):
            return i, j  # several words, no word after it, or a noun: *a sign*
        return i, j + (self.lexemes[j].lower in adverbs_with(self.lexemes[i].lemma))

    @cached_property
    def tight(self) -> list[bool]:
        """Whether only a space, hyphen or apostrophe is between each word and the next."""
        return [gap in _TIGHT for gap in self.gaps]

    @cached_property
    def joined(self) -> dict[str, list[tuple[int, Lexeme]]]:
        """Hyphenated pairs of words read as one word, by its family key: the position of the first, and the joined word.

        >>> [(i, word.lower) for i, word in EnglishText("in the quarter-finals").joined["quarterfin"]]
        [(2, 'quarterfinals')]
        """
        found: defaultdict[str, list[tuple[int, Lexeme]]] = defaultdict(list)
        for k in range(len(self.forms) - 1):
            if self.gaps[k] in HYPHENS and not _OTHER_WORD.search(self.text, self.starts[k], self.starts[k + 1] + 1):
                one = lexeme(self.forms[k] + self.forms[k + 1])
                found[one.stem].append((k, one))
        return dict(found)

    @cached_property
    def by_form(self) -> dict[str, list[int]]:
        """Positions of words by their form in lower case."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for i, x in enumerate(self.lexemes):
            found[x.lower].append(i)
        return dict(found)

    @cached_property
    def by_initial(self) -> dict[str, list[int]]:
        """Positions of words by their first letter, in lower case."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for i, x in enumerate(self.lexemes):
            found[x.plain[:1]].append(i)
        return dict(found)

    @cached_property
    def quotes(self) -> bool:
        """Whether the text has any quotation marks or apostrophes."""
        return not QUOTES.isdisjoint(self.text)

    def quoted(self, i: int, j: int) -> bool:
        """Return whether quotation marks enclose exactly the words ``i:j``."""
        start, end = self.starts[i], self.ends[j - 1]
        return start > 0 and self.text[start - 1] in QUOTES and self.text[end : end + 1] in QUOTES

    def offsets(self, i: int, j: int) -> tuple[int, int]:
        """Return the raw code points of the words ``i:j``, with the marks that belong to them.

        Such marks are the full stop of a final *Ltd.*, *Jr.* or *etc.*, the £ of a number, the % of 5% and 5 wt%, the signs of
        -5, 45° and ×1.5, the point of .325, the brackets of a loss of ¥(1,234) million, the closing bracket of paragraph (1), the
        signs of @nhk_news and #Tokyo2020, and the quotation mark of “dark” part-time jobs.
        """
        start, end = self._with_signs(i, j)
        if self.folded.starts is None:
            return start, end
        start, end = self.folded.raw_span(start, end)
        if i:  # a sign folded together with part of another word belongs to that word
            start = max(start, self.folded.raw_span(self.starts[i - 1], self.ends[i - 1])[1])
        if j < len(self):
            end = min(end, self.folded.raw_span(self.starts[j], self.ends[j])[0])
        return start, end

    def _with_signs(self, i: int, j: int) -> tuple[int, int]:
        """Return the words ``i:j`` with the marks that belong to them, in the folded text."""
        start, end = self._beginnings.get(i, self.starts[i]), self._endings.get(j - 1, self.ends[j - 1])
        after = self.text[end : end + 1]
        end += (
            (after == "." and self.lexemes[j - 1].lower in _SHORTENED)
            or (after in _BEHIND_FIGURES and self._is_figure(j - 1, after))
            or (after == ")" and self.text.count("(", start, end) > self.text.count(")", start, end))
        )
        end += self.text.startswith(")%", end - 1)
        if self.forms[i][0].isdigit():
            if (currency := _currency_start(self.text, start)) < start:
                start = max(currency, self.ends[i - 1] if i else 0)
            elif start and BARE_POINT.match(self.text, start - 1):
                start -= 1
            if start and self.text[start - 1] in _AHEAD_OF_FIGURES:
                start -= any(sign.match(self.text, start - 1) for sign in (MINUS, _LEADING))
        elif start and _HANDLE.match(self.text, start - 1):
            start -= 1
        elif start and j - i > 1 and (closing := _CLOSING.get(self.text[start - 1])):
            start -= self.text.count(closing, start, end) == 1
        return start, end

    def _is_figure(self, k: int, sign: str) -> bool:
        """Return whether word `k`, which has a sign behind it, is in digits, or the *wt* of *5 wt%*."""
        return self.forms[k][0].isdigit() or (sign == "%" and k > 0 and self.forms[k - 1][0].isdigit())

    def phrase(self, i: int, j: int) -> str:
        """Return the words ``i:j`` with the text between them, as the caller wrote them."""
        start, end = self.offsets(i, j)
        return self.raw[start:end]

    def words_in(self, start: int, end: int) -> tuple[int, int]:
        """Return the words ``i:j`` that overlap the code points ``start:end`` of `text`; ``i == j`` if there are none."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def has_words(self, start: int, end: int) -> bool:
        """Return whether any word overlaps the code points ``start:end`` of `text`: none does in markup.

        >>> english = EnglishText("the NPA <NPA>")
        >>> english.has_words(4, 7), english.has_words(9, 12)
        (True, False)
        """
        i, j = self.words_in(start, end)
        return i < j


def _currency_start(text: str, start: int) -> int:
    """Return where the currency sign before the number at `start` begins, as in US$5, or `start` if there is none."""
    found = _CURRENCY.search(text, max(0, start - 3), start)
    return found.start() if found else start


def _without_currencies(spans: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Return the words without currencies that belong to the next number: *US* in US$5."""
    if not any(sign in text for sign in SIGNS):
        return spans
    currencies = {_currency_start(text, start) for start, _ in spans if text[start].isdigit()}
    return [span for span in spans if span[0] not in currencies or text[span[0]].isdigit()]


def _apart(spans: list[tuple[int, int]], folded: Normalised) -> list[tuple[int, int]]:
    """Return the words at these folded code points; those that come from the same raw character are joined: ½, ℀."""
    if folded.starts is None:
        return spans
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and folded.raw_span(start, end)[0] < folded.raw_span(*out[-1])[1]:
            start = out.pop()[0]
        out.append((start, end))
    return out
