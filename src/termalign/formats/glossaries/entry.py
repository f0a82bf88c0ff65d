"""The entries of glossaries."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, repeat
from typing import Any, Literal, NamedTuple

Status = Literal["", "preferred", "admitted", "forbidden"]
Check = Literal["", "always", "never"]

#: The words and marks for each status, as `compared` returns them. `docs/term-bases.md` lists them.
WORDS: dict[Status, str] = {
    "preferred": "preferred approved recommended adopted official "
    "推奨 推奨訳 優先 優先訳 承認 承認済 承認済み 採用 採用済 採用済み 確定 正式 正式訳 ◎",
    "admitted": "admitted provisional accepted acceptable allowed permitted standard nonstandard legal regulated standardized "
    "alternative alternate tentative pending proposed suggested candidate draft inreview underreview onhold ok "
    "許容 許容訳 容認 仮 仮訳 暫定 暫定訳 可 使用可 使用可能 併用 併用可 条件付き可 別訳 別案 代替 代替訳 候補 提案 案 "
    "未承認 未確定 未決定 未定 未採用 承認待ち 保留 検討中 審議中 協議中 確認中 ○ ◯ 〇 △ ✓ ✔ ✅ ☑",
    "forbidden": "forbidden deprecated superseded obsolete outdated legacy retired withdrawn rejected discouraged disapproved "
    "notrecommended banned prohibited undesired disallowed notallowed notpermitted notapproved unapproved notacceptable "
    "unacceptable notused nottobeused donotuse dontuse neveruse avoid wrong incorrect ng "
    "禁止 使用禁止 使用厳禁 厳禁 禁 禁止語 禁止訳 不可 使用不可 不使用 使用しない 使用しないこと 使わない 使わないこと "
    "避ける 避けること 避けるべき 使用を避ける 不採用 不適切 不適当 不適 不許可 不承認 非推奨 非承認 廃止 廃止予定 使用停止 "
    "使用中止 却下 棄却 取消 取り消し 撤回 ボツ ぼつ 没 旧 旧訳 旧語 旧称 旧表記 誤 誤訳 誤り 誤用 間違い "
    "× ✕ ✖ ✗ ✘ ☓ ❌ ❎",
}
_STATUSES: dict[str, Status] = {word: status for status, words in WORDS.items() for word in words.split()}


def _any_of(*statuses: Status) -> str:
    """Return a pattern of the Japanese words, not the marks, for statuses."""
    return "|".join(
        word for word, status in _STATUSES.items() if status in statuses and len(word) > 1 and not word.isascii()
    )


# An unknown status that forbids: 社外使用不可, 不推奨, 採用しない.
_DENIED = re.compile(
    rf"(?!未).+(?:{_any_of('forbidden')})|[不非](?:{_any_of('preferred', 'admitted')})"
    rf"|(?:{_any_of('preferred', 'admitted')}).*(?:ない|ず)"
)
KEPT = frozenset(
    "donottranslate nottranslated untranslatable dnt notranslate 翻訳しない 翻訳不要 訳さない 翻訳禁止 非翻訳".split()
)
_CHECKS: dict[str, Check] = {
    **dict.fromkeys("always mandatory 必ず 常に 必須 必ず確認 常に確認".split(), "always"),
    **dict.fromkeys("never 対象外 除外 確認しない 確認不要 チェックしない チェック不要".split(), "never"),
}
_NOTHING = frozenset(["", "-", "‐", "–", "—", "―", "ー", "/", "na", "none", "なし", "無し"])  # no status
NOT_TRANSLATED = "do-not-translate"
"""What files say of a term that is not to be translated."""
_TBX_ENDING = "term-admn-sts"
_LONGEST = 200  # code points of a status to examine
_REMARK = re.compile(r"[(（:：].*", re.DOTALL)  # a remark after a status: 禁止（別概念）


def status_of(said: str) -> Status:
    """Return the status that a word or mark in a file stands for, or ``""`` if there is none or it is unknown.

    Examples
    --------
    >>> status_of("deprecatedTerm-admn-sts"), status_of("Preferred"), status_of("使用禁止"), status_of("要確認")
    ('forbidden', 'preferred', 'forbidden', '')
    >>> status_of("Don't use"), status_of("×"), status_of("ＯＫ"), status_of("禁止（別概念）")
    ('forbidden', 'forbidden', 'admitted', 'forbidden')
    """
    return _STATUSES.get(compared(said), "") if said else ""


def rank_of(said: str) -> Status:
    """Return the status of a rendering by a word or mark in a file.

    A word that is not known counts as admitted, so that it never makes a rendering the preferred one, or as forbidden if it
    negates.

    Examples
    --------
    >>> rank_of("推奨"), rank_of("要確認"), rank_of("社外使用不可"), rank_of("採用しない"), rank_of("-")
    ('preferred', 'admitted', 'forbidden', 'forbidden', '')
    """
    if not unknown_statuses(said):
        return status_of(said)
    return "forbidden" if _DENIED.fullmatch(compared(said)) else "admitted"


def check_of(said: str) -> Check:
    """Return when `termalign.check` reports that a term is missing: ``always``, ``never`` or, if ``""``, by the score.

    Examples
    --------
    >>> check_of("Always"), check_of("対象外"), check_of("")
    ('always', 'never', '')
    """
    return _CHECKS.get(compared(said), "") if said else ""


def is_check(said: str) -> bool:
    """Return whether a cell says when a term is checked, or nothing.

    Examples
    --------
    >>> is_check("必ず"), is_check("-"), is_check("sometimes")
    (True, True, False)
    """
    return bool(check_of(said)) or compared(said) in _NOTHING


def stays(said: str) -> bool:
    """Return whether a status means that a term must not be translated.

    Examples
    --------
    >>> stays("do-not-translate"), stays("翻訳しない"), stays("forbidden")
    (True, True, False)
    """
    return compared(said) in KEPT


def is_status(said: str) -> bool:
    """Return whether a cell has a known status.

    Examples
    --------
    >>> is_status("使用不可"), is_status("要確認"), is_status("-")
    (True, False, False)
    """
    return bool(status_of(said)) or stays(said)


def decides(said: str) -> bool:
    """Return whether a cell says by a word, not a mark, what is preferred, forbidden or not to be translated.

    Examples
    --------
    >>> [decides(said) for said in ("推奨", "使用禁止", "NG", "×", "許容", "要確認")]
    [True, True, True, False, False, False]
    """
    return len(compared(said)) > 1 and (status_of(said) in ("preferred", "forbidden") or stays(said))


def unknown_statuses(*said: str) -> list[str]:
    """Return the statuses that are neither known nor empty.

    Examples
    --------
    >>> unknown_statuses("", "forbidden", "要確認", "-")
    ['要確認']
    """
    return [word for word in map(str.strip, said) if compared(word) not in _NOTHING and not is_status(word)]


def said_status(form: "Form") -> str:
    """Return the status of a form in a file, which may be that the term must not be translated."""
    return form.status if form.translate or form.status == "forbidden" else NOT_TRANSLATED


def compared(said: str) -> str:
    """Return a status, or a yes or no, for comparison: NFKC, lower case, no spaces, punctuation or remark after it."""
    return _compared(said[:_LONGEST])


@lru_cache(maxsize=256)  # a file has few different statuses
def _compared(said: str) -> str:
    whole = unicodedata.normalize("NFKC", said).strip().lower().removesuffix(_TBX_ENDING).removesuffix("term")
    text = _REMARK.sub("", whole).strip() or whole
    return "".join(filter(str.isalnum, text)) or text.rstrip("\ufe0e\ufe0f")


class Form(NamedTuple):
    """One English form of one Japanese term, as in a record of a file."""

    ja: str
    en: str  # "" if the term has no English form
    note: str = ""
    status: Status = ""  # of the English form
    ja_status: Status = ""  # of the Japanese term
    pos: str = ""
    definition: str = ""
    domain: str = ""
    concept: str = ""
    translate: bool = True
    reading: str = ""
    check: str = ""  # in the words of the file


#: The fields of a form and of an entry that say more about the term, each a text.
TEXTS = ("note", "pos", "definition", "domain", "concept", "reading", "check")


class GlossaryEntry(NamedTuple):
    """A glossary entry: a Japanese term with its English renderings.

    Attributes
    ----------
    ja : str
        The term.
    en : tuple of str
        The approved English renderings, the preferred one first. The tuple may be empty if there are forbidden renderings, or
        if the term must not be translated.
    note : str
        A note on the term or its first rendering, or ``""``. A note on another rendering has that rendering before it:
        ``scam: in headlines``. Semicolons separate several notes.
    forbidden : tuple of str
        English that must not be used for the term. Files call it forbidden, deprecated, superseded or rejected.
    translate : bool
        False for a term that must not be translated. `en` then has the form of the term in English texts, or is empty.
    status : str
        The status of the Japanese term: ``preferred``, ``admitted``, ``forbidden`` or ``""``.
    pos, definition, domain : str
        Part of speech, meaning and field, in the words of the file.
    concept : str
        The id that the entries of one concept share in a term base.
    reading : str
        The reading of the term in kana, or ``""``.
    check : str
        When `termalign.check` reports a missing rendering: ``always``, ``never``, or, if ``""``, if it is probably an error.

    Examples
    --------
    >>> entry = GlossaryEntry("消費税", ("consumption tax",), forbidden=("sales tax",))
    >>> entry.en, entry.forbidden, entry.translate
    (('consumption tax',), ('sales tax',), True)
    """

    ja: str
    en: tuple[str, ...]
    note: str = ""
    forbidden: tuple[str, ...] = ()
    translate: bool = True
    status: Status = ""
    pos: str = ""
    definition: str = ""
    domain: str = ""
    concept: str = ""
    reading: str = ""
    check: Check = ""

    def __repr__(self) -> str:
        shown = {"ja": self.ja, "en": self.en, "note": self.note, **filled(self)}
        return f"GlossaryEntry({', '.join(f'{name}={value!r}' for name, value in shown.items())})"


_SAID_NOTHING = GlossaryEntry("", ())
_TYPES = tuple(map(type, _SAID_NOTHING))
_TEXTS = {str}


def filled(entry: GlossaryEntry) -> dict[str, Any]:
    """Return the fields of an entry that differ from their defaults, by name."""
    fields = zip(entry._fields, entry, _SAID_NOTHING, strict=True)
    return {name: value for name, value, nothing in fields if value != nothing}


def record_of(entry: GlossaryEntry) -> dict[str, Any]:
    """Return an entry as a record for JSON, which `termalign.Glossary.of` reads. Rarer fields are left out if empty.

    Examples
    --------
    >>> record_of(GlossaryEntry("送料", ("shipping fee",), domain="shop"))
    {'ja': '送料', 'en': ['shipping fee'], 'forbidden': [], 'translate': True, 'note': '', 'domain': 'shop'}
    """
    usual = {"ja": entry.ja, "en": (), "forbidden": (), "translate": True, "note": ""}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in (usual | filled(entry)).items()}


def renderings_of(entry: GlossaryEntry) -> tuple[str, ...]:
    """Return the approved renderings of an entry, which is the term itself if it must not be translated."""
    return entry.en if entry.en or entry.translate else (entry.ja,)


def ill_typed(entry: GlossaryEntry) -> str | None:
    """Return a message about a field of the wrong type, which a named tuple does not check, or None.

    Examples
    --------
    >>> ill_typed(GlossaryEntry("詐欺", ("fraud",))), ill_typed(GlossaryEntry("詐欺", "fraud"))
    (None, "en must be a tuple, found 'fraud'")
    """
    if tuple(map(type, entry)) == _TYPES and {*map(type, entry.en), *map(type, entry.forbidden)} <= _TEXTS:
        return None  # a fast path for nearly all entries
    for name, value, nothing in zip(entry._fields, entry, _SAID_NOTHING, strict=True):
        if not isinstance(value, type(nothing)):
            return f"{name} must be a {type(nothing).__name__}, found {value!r:.80}"
        if isinstance(value, tuple) and not all(isinstance(form, str) for form in value):
            return f"{name} must have nothing but str, found {value!r:.80}"
    return None


_ORDER: tuple[Status, ...] = ("preferred", "", "admitted", "forbidden")


def entries_of(forms: Iterable[Form]) -> tuple[GlossaryEntry, ...]:
    """Group forms into entries, one for each term and concept, in the order of their first forms.

    Texts are stripped, and empty and repeated forms are left out.

    Examples
    --------
    >>> forms = [Form("詐欺", "scam"), Form("詐欺", "fraud", status="preferred"), Form("詐欺", "swindle", status="forbidden")]
    >>> entries_of(forms)[0].en, entries_of(forms)[0].forbidden
    (('fraud', 'scam'), ('swindle',))
    """
    first: dict[tuple[str, str], Form] = {}
    several: dict[tuple[str, str], list[Form]] = {}  # few terms have several forms, so that only these need a list
    for form in forms:
        ja = form.ja.strip()
        if ja and (form.en.strip() or not form.translate):
            key = ja, form.concept
            known = first.setdefault(key, form)
            if known is not form:
                several.setdefault(key, [known]).append(form)
    return tuple([_entry(ja, concept, several.get((ja, concept)) or [form]) for (ja, concept), form in first.items()])


def _entry(ja: str, concept: str, forms: list[Form]) -> GlossaryEntry:
    if len(forms) == 1 and forms[0].status != "forbidden":  # a fast path for most entries
        _, en, note, _, ja_status, pos, definition, domain, _, translate, reading, check = forms[0]
        approved = (en.strip(),) if en.strip() else ()
        return GlossaryEntry(
            ja,
            approved,
            note.strip(),
            (),
            translate,
            ja_status,
            pos,
            definition,
            domain,
            concept,
            reading.strip(),
            check_of(check),
        )
    by_rank = sorted((form for form in forms if form.en.strip()), key=lambda form: _ORDER.index(form.status))
    return GlossaryEntry(
        ja,
        tuple(dict.fromkeys(form.en.strip() for form in by_rank if form.status != "forbidden")),
        _note_of([*(form for form in forms if not form.en.strip()), *by_rank]),
        tuple(dict.fromkeys(form.en.strip() for form in by_rank if form.status == "forbidden")),
        all(form.translate for form in forms),
        next((form.ja_status for form in forms if form.ja_status), ""),
        "; ".join(_each(form.pos for form in forms)),
        "; ".join(_each(form.definition for form in forms)),
        "; ".join(_each(form.domain for form in forms)),
        concept,
        next(iter(_each(form.reading for form in forms)), ""),
        next(filter(None, (check_of(form.check) for form in forms)), ""),
    )


def _each(texts: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(text.strip() for text in texts if text.strip())


def _note_of(forms: Sequence[Form]) -> str:
    """Return the notes on the forms of an entry, the first of which is the preferred one.

    A note that not all of them have stands behind its form, unless that is the first.

    >>> _note_of([Form("辞書", "dictionary", "本"), Form("辞書", "dict", "コード内のみ"), Form("辞書", "lexicon")])
    '本; dict: コード内のみ'
    """
    noted: dict[str, dict[str, None]] = {}  # the renderings that have a note
    for form in forms:
        if form.note.strip():
            noted.setdefault(form.note.strip(), {})[form.en.strip()] = None
    every = {form.en.strip() for form in forms}
    first = forms[0].en.strip()
    shared = [note for note, on in noted.items() if first in on or len(on) == len(every)]
    owned = [f"{en}: {note}" for note, on in noted.items() if len(on) < len(every) for en in on if en != first]
    return "; ".join(_each([*shared, *owned]))


def notes_on_forms(entry: GlossaryEntry) -> dict[str, str]:
    """Return the note on each form of an entry. A note on the term stands on the first form.

    Examples
    --------
    >>> notes_on_forms(GlossaryEntry("辞書", ("dictionary",), "本; dict: コード内のみ", ("dict",)))
    {'dictionary': '本', 'dict': 'コード内のみ'}
    """
    first, *others = (*(entry.en or ("",) * (not entry.translate)), *entry.forbidden) or ("",)
    if not (others and ": " in entry.note):
        return {first: entry.note}
    longest_first = "|".join(map(re.escape, sorted(others, key=len, reverse=True)))
    shared, *owned = re.split(rf"(?:^|; )({longest_first}): (?=\S)", entry.note)
    notes = {first: shared}
    for en, note in zip(owned[::2], owned[1::2], strict=True):
        notes[en] = f"{notes[en]}; {note}" if en in notes else note
    return notes


def joined(entries: Sequence[GlossaryEntry]) -> GlossaryEntry:
    """Merge the entries of one term, in the spelling of the first. A rendering that one entry approves is not forbidden.

    Examples
    --------
    >>> joined([GlossaryEntry("詐欺", ("fraud",), "law"), GlossaryEntry("詐欺", ("scam",), forbidden=("fraud", "con"))])[1:4]
    (('fraud', 'scam'), 'law', ('con',))
    """
    first = entries[0]
    if len(entries) == 1:
        return first
    approved = tuple(dict.fromkeys(en for entry in entries for en in entry.en))
    banned = dict.fromkeys(en for entry in entries for en in entry.forbidden if en not in approved)
    notes = _note_of(list(forms_of(entries)))
    kept = all(not entry.translate for entry in entries)
    reading = next((entry.reading for entry in entries if entry.reading), "")
    check: Check = next((entry.check for entry in entries if entry.check), "")
    return first._replace(
        en=approved, note=notes, forbidden=tuple(banned), translate=not kept, reading=reading, check=check
    )


_ALL_FORBIDDEN: Iterable[Status] = repeat("forbidden")
_NOTHING_SAID: list[tuple[str, Status]] = [("", "")]


def forms_of(entries: Iterable[GlossaryEntry]) -> Iterator[Form]:
    """Yield the forms of entries. If an entry has several forms, the first approved one has the status ``preferred``.

    If a term must not be translated and has no approved form, it has a form without English.
    """
    for entry in entries:
        several = len(entry.en) + len(entry.forbidden) > 1
        bare = _NOTHING_SAID if not (entry.en or (entry.forbidden and entry.translate)) else ()
        ranks: Iterable[Status] = chain(["preferred"], repeat("admitted")) if several else [""]
        said = [*bare, *zip(entry.en, ranks, strict=False), *zip(entry.forbidden, _ALL_FORBIDDEN, strict=False)]
        notes = notes_on_forms(entry)
        for en, status in said:
            yield Form(
                entry.ja, en, notes.get(en, ""), status, entry.status,
                entry.pos, entry.definition, entry.domain, entry.concept, entry.translate, entry.reading, entry.check,
            )  # fmt: skip


def with_safe_texts(entry: GlossaryEntry, safe: Callable[[str], str]) -> GlossaryEntry:
    """Return an entry with `safe` applied to each of its texts."""
    return GlossaryEntry(
        safe(entry.ja), tuple(map(safe, entry.en)), safe(entry.note), tuple(map(safe, entry.forbidden)), entry.translate,
        entry.status, safe(entry.pos), safe(entry.definition), safe(entry.domain), safe(entry.concept), safe(entry.reading),
        entry.check,
    )  # fmt: skip
