"""The English side of an organisation's name: words, split if a writer has joined several."""

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from termalign.english import lexeme
from termalign.kana import is_romaji, latin_key, latin_opening
from termalign.names.japanese_side import OrganisationName, common_keys
from termalign.names.legal_form import is_form
from termalign.phonetics import latin_skeleton
from termalign.text.accents import without_accents

LEAST_RUN = 6  # letters
_CAMEL = re.compile(r"[A-Z]{2,}(?=[A-Z][a-z]{2})|[A-Z]?[a-z]+|[A-Z]+|\d+|[^\WA-Za-z\d]+")
_ENDING = re.compile(r"(.{3,}?)(corporation|company|holdings|limited|group|industry|industries)", re.IGNORECASE)
# Digraphs that sound like one consonant, replaced before letters are classified.
_DIGRAPHS = tuple(
    (re.compile(pattern), heard)
    for pattern, heard in (("ch|ts", "t"), ("sh|th|c(?=[eiy])", "s"), ("ph", "p"), ("c[kq]?|q", "k"), ("x", "ks"))
)
# Letters that Japanese companies use for others of the same sound (CHUCO, VELC).
_RESPELLED = (
    (re.compile("ph"), "f"),
    (re.compile("c(?![hiey])k?|q"), "k"),
    (re.compile("l"), "r"),
    (re.compile("x"), "kkus"),
)


class Unit(NamedTuple):
    """An English word, or a part of one that joins words (EBARAFoods), or ``&``."""

    word: int  # the position of its word in the run of words
    text: str  # as written
    letters: str  # lower-case ASCII letters and digits
    stem: str  # the family key
    glued: bool  # whether it continues the word of the unit before it
    kind: str  # form (legal form), linker, common (common noun) or other


class Stretch:
    """One or more neighbouring units taken together."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.size = len(units)
        self.letters = "".join(u.letters for u in units)
        self.kind = units[-1].kind
        self.one = units[0] if len(units) == 1 else None
        self._units = units
        edges = {units[0].kind, units[-1].kind}
        #: Whether it can be a phrase: it begins and ends with a content word, not with a legal form.
        self.sound = bool(self.letters) and (self.size == 1 or not ("linker" in edges or "form" in edges))

    @cached_property
    def spaced(self) -> str:
        """Its letters, word by word."""
        return "".join(("" if u.glued else " ") + u.letters for u in self._units).strip()

    @cached_property
    def key(self) -> str:
        """Its romaji key, or ``""`` if it cannot be read as Japanese."""
        if is_romaji(self.letters):
            return latin_key(self.letters)
        respelled = self.letters
        for pattern, letters in _RESPELLED:
            respelled = pattern.sub(letters, respelled)
        return latin_key(respelled) if is_romaji(respelled) else ""

    @cached_property
    def opening(self) -> str:
        """The beginning of the romaji key."""
        return latin_opening(self.key)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Family keys of its content words."""
        return frozenset(u.stem for u in self._units if u.kind != "linker")

    @cached_property
    def initials(self) -> str:
        """First letters of its words, or ``""`` if it has only one word."""
        words = [u for u in self._units if u.kind not in ("linker", "form")]
        return "".join(u.letters[:1] for u in words) if len(words) > 1 else ""

    @cached_property
    def acronym(self) -> str:
        """Its letters, if it is one word in capitals."""
        text = self.one.text if self.one else ""
        return self.letters if 2 <= len(text) <= 6 and text.isupper() else ""

    @cached_property
    def outline(self) -> str:
        """Its consonant classes."""
        return _outline(self.letters)


def units(forms: Sequence[str], gaps: Sequence[str]) -> list[Unit]:
    """Return the units of the words `forms`, including each ``&`` in the gaps between them.

    ``gaps[k]`` is the text after word `k`.

    >>> [(unit.text, unit.kind) for unit in units(["EBARAFoodsIndustry", "Inc"], [",", ""])]
    [('EBARA', 'other'), ('Foods', 'common'), ('Industry', 'common'), ('Inc', 'form')]
    """
    found: list[Unit] = []
    for k, form in enumerate(forms):
        if k and "&" in gaps[k - 1]:
            found.append(Unit(k, "&", "&", "&", False, "linker"))
        pieces = cut(form)
        if (
            form[-2:].lower() == "co"
            and len(form) >= LEAST_RUN
            and [f.lower() for f in forms[k + 1 : k + 2]] == ["ltd"]
        ):
            pieces = [form[:-2], form[-2:]]  # SOTOHCO.,LTD.
        for n, piece in enumerate(pieces):
            found.append(unit(k, piece, n > 0, len(pieces) == 1))
    return found


def recut(words: Sequence[Unit], name: OrganisationName) -> list[Unit]:
    """Return the units, with words split that join the spelling of a piece and another word: WASH|HOUSE for WASHハウス."""
    found: list[Unit] = []
    for word in words:
        at = (
            _joint(word.letters, name)
            if word.kind == "other" and len(word.letters) == len(word.text) >= LEAST_RUN
            else 0
        )
        if at:
            found.append(unit(word.word, word.text[:at], word.glued, False))
            found.append(unit(word.word, word.text[at:], True, False))
        else:
            found.append(word)
    return found


def _joint(letters: str, name: OrganisationName) -> int:
    """Return the end of the longest spelling of the first piece, or else the start of a spelling of the last; 0 for neither."""
    if len(name.singles) < 2:
        return 0
    first, last = name.singles[0], name.singles[-1]
    limit = len(letters) - 2
    ends = [len(spelling) for spelling in first.spellings if letters.startswith(spelling)]
    longest = max([end for end in ends if 2 < end <= limit], default=0)
    if longest:
        return longest
    for at in range(2, len(letters) - 2):
        tail = letters[at:]
        if tail in last.spellings or lexeme(tail).stem in last.single_keys:
            return at
    return 0


@lru_cache(4096)
def unit(word: int, text: str, glued: bool, whole: bool) -> Unit:
    """Return the unit of a word or, unless `whole`, of a part of a word."""
    known = lexeme(text)
    kind = "other"
    if is_form(text):
        kind = "form"
    elif known.function and len(text) > 1 and whole:
        kind = "linker"
    elif known.stem in common_keys():
        kind = "common"
    return Unit(word, text, plain_letters(text), known.stem, glued, kind)


def cut(form: str) -> list[str]:
    """Return the parts of a word, split at inner capitals and digits and before a common ending.

    >>> cut("ShinMaywa"), cut("TOSNETCORPORATION"), cut("Kurita"), cut("77Bank")
    (['Shin', 'Maywa'], ['TOSNET', 'CORPORATION'], ['Kurita'], ['77', 'Bank'])
    """
    if form.isalnum() and form.isascii() and not (form.islower() or form[1:].islower()):
        pieces = _CAMEL.findall(form)
        ending = _ENDING.fullmatch(pieces[-1]) if pieces else None
        return [*pieces[:-1], ending[1], ending[2]] if ending else pieces or [form]
    return [form]


@lru_cache(4096)
def _outline(letters: str) -> str:
    """Return the consonant classes of `letters`, with each digraph as one consonant."""
    for pattern, heard in _DIGRAPHS:
        letters = pattern.sub(heard, letters)
    return latin_skeleton(letters)


def plain_letters(text: str) -> str:
    """Return the lower-case ASCII letters and digits of `text`, without accents."""
    return "".join(c for c in without_accents(text.lower()) if c.isascii() and c.isalnum())
