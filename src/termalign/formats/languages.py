"""Language codes of all kinds, and the names of columns in the headers of tables."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

Language = Literal["ja", "en"]

# ISO 639-1 and ISO 639-3 codes, and common substitutes.
_CODES: dict[str, Language] = {"ja": "ja", "jpn": "ja", "jp": "ja", "en": "en", "eng": "en"}

# The words of headers: languages, roles such as source, and fillers. A name is recognised only if it has no other words,
# so that a term or a sentence is not taken for a header.
_LANGUAGES: dict[str, Language] = {
    **_CODES,
    "japanese": "ja", "日本語": "ja", "和文": "ja", "邦文": "ja", "和": "ja",
    "english": "en", "英語": "en", "英文": "en", "英訳": "en", "英": "en",
}  # fmt: skip
_PARTS: dict[str, Language] = {
    "source": "ja", "src": "ja", "original": "ja", "原語": "ja", "原文": "ja", "原稿": "ja", "ソース": "ja", "見出し語": "ja",
    "見出し": "ja",
    "target": "en", "tgt": "en", "translation": "en", "translations": "en", "translated": "en", "rendering": "en",
    "訳語": "en", "訳文": "en", "訳": "en", "翻訳": "en", "対訳": "en", "ターゲット": "en",
}  # fmt: skip
_TERMS: dict[str, Language] = {"term": "ja", "terms": "ja", "用語": "ja"}  # with a role word, either language
_FILLERS = frozenset(
    """
    text texts string strings segment segments sentence sentences phrase word words language lang column col value us gb uk au ca
    当社 弊社 自社 社内 標準 統一 語 文 の 名 名称 表記 表現 列 欄 側 言語 単語 語句 文字列 テキスト セグメント
    """.split()
)
_NOTES = frozenset(
    "note notes comment comments remark remarks description usage "
    "備考 注 注記 注釈 メモ コメント 補足 説明 摘要 特記事項 特記 注意 注意事項 注意点".split()
)
_JOINED = re.compile("[・,、/]")  # in the name of a column of several things
# Other words of headers. Their columns are not read for pairs, but they show that a row is a header.
_OTHERS = frozenset(
    """
    no number status state category domain field subject pos file date author definition reading
    番号 項番 状態 ステータス 分類 種別 カテゴリ カテゴリー 分野 品詞 文脈 ファイル 日付 更新日 作成者 定義
    読み よみ ふりがな フリガナ 読み仮名 よみがな 仮名 かな カナ ひらがな カタカナ ローマ字 romaji
    """.split()
)
# The names of columns of codes.
_CODE_NAMES = (
    "コード|エラーコード|アラームコード|警報コード|エラー番号|アラーム番号|品番|部品番号|部番|型番|型式|図番|商品番号|商品コード|"
    "code|error code|alarm code|fault code|error no|alarm no|part no|part number|parts no|item no|item number|model no"
).split("|")
# The names of columns that name the units, those that fit best first.
_IDS = (
    *("id", "unit id", "string id", "識別子", "key", "キー", "identifier", "msgctxt", "context"),
    *_CODE_NAMES,
    *("no", "番号", "項番"),
)
# The names of columns of texts in lists of parts, which are read only if both texts have one.
_ITEM_NAMES = frozenset(
    "品名|品目名|部品名|部品名称|部材名|名称|name|part name|parts name|item name|description|designation".split("|")
)
# Words before 訳, 訳語, 表記 … in the names of columns whose renderings all have one status, and names of such columns without
# these words.
_STATUSES = {
    "preferred": "推奨 優先 承認 採用 正",
    "admitted": "許容 容認 別 代替",
    "forbidden": "禁止 使用禁止 使用不可 不可 不採用 不使用 非推奨 使わない 使用しない 使ってはいけない 使ってはならない "
    "使わないこと 使用しないこと 避ける 避けるべき ng 旧 古い 廃止 廃止した 誤 誤り 誤った 間違い 間違った 不適切 不適切な 却下 "
    "forbidden prohibited banned deprecated obsolete old former wrong incorrect bad ng",
}
_RENDERINGS = {
    "preferred": "訳語?|英訳|英語|訳例",
    "admitted": "訳語?|英訳|英語|訳例",
    "forbidden": "訳語?|訳例|英訳|英語|英文|用語|語句?|表記|表現|名称?|称|言葉|言い方|単語|ワード|例|terms?|words?|wording"
    "|translations?|renderings?|expressions?|names?|spellings?|english",
}
#: Names of columns whose renderings all have one status.
OF_A_STATUS = {
    "preferred": "preferred|preferred term|preferred translation|approved term|approved translation|recommended term|"
    "recommended translation|推奨",
    "admitted": "admitted|admitted term|allowed term|acceptable|acceptable term|alternative|alternative term|"
    "alternative translation|許容",
    "forbidden": "forbidden|deprecated|forbidden term|forbidden translation|do not use|don't use|not to be used|avoid|"
    "prohibited|prohibited term|prohibited translation|banned|禁止|禁止語|使用禁止|使用不可|使用しない|使用しないこと|使わない|"
    "使わないこと|非推奨|避ける|避けるべき語|不可|ng|×|✕|✗|wrong|incorrect",
}
_OF_A_STATUS = {
    status: re.compile(f"{names}|(?:{'|'.join(words.split())})[の ]?(?:{_RENDERINGS[status]}){{1,2}}")
    for (status, names), words in zip(OF_A_STATUS.items(), _STATUSES.values(), strict=True)
}
_KNOWN = {*_LANGUAGES, *_PARTS, *_TERMS, *_FILLERS}
# Short for a language in brackets or behind a mark, but words of their own elsewhere.
_SHORT: dict[str, Language] = {"日": "ja", "j": "ja", "e": "en"}
_SAID = "|".join(sorted([*_LANGUAGES, *_SHORT], key=len, reverse=True))
_ADDRESS = re.compile(r"\s*(?:[a-z][a-z0-9+.-]{0,20}://|www\.)\S*\s*\Z", re.IGNORECASE)
_MARKED = (re.compile(rf"(.+?) *\(({_SAID})\)()"), re.compile(rf"(.+?)[/_-]({_SAID})((?: .*)?)"))
_CJK = re.compile("|".join(sorted((word for word in _KNOWN if not word.isascii()), key=len, reverse=True)))
_RUNS = re.compile("[a-z]+|[\u3005-\u30ff\u3400-\u9fff]+")
_CAMEL = re.compile("(?<=[a-z])(?=[A-Z])")
_APART = re.compile(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")
_LONGEST = 60  # code points of the name of a column
_REMARKED = re.compile(r"(.*\S)\s*\(([^()]*)\)\s*")  # folded by NFKC


class Header(NamedTuple):
    """The columns that a header names."""

    ja: list[int]  # column numbers from 0, in order
    en: list[int]
    note: list[int]
    sure: bool  # whether it names a language; otherwise, Japanese is assumed to be the source


def language_of(code: str | None) -> Language | None:
    """Return ``ja`` or ``en`` for a code such as ``ja-JP``, ``JA`` or ``en_US``, or None for other languages."""
    return _CODES.get((code or "").strip().lower().replace("_", "-").partition("-")[0])


def header_of(names: Iterable[str]) -> Header | None:
    """Return the columns of Japanese, English and notes by their names, or None if one of the languages is missing.

    The name or code of a language has precedence over a role. In a table with ``ja``, ``en`` and ``source``, ``source`` is
    the origin of the texts, not the Japanese. A name with a remark in brackets counts if it is the only one for its language.

    Examples
    --------
    >>> header_of(["見出し", "英語（館内統一）", "英語（旧）"]), header_of(["見出し", "英語（館内統一）"]).en
    (None, [1])
    """
    names = list(names)
    ja, en = columns_in(names, "ja"), columns_in(names, "en")
    if not (ja and en):
        return _in_both_languages(names)
    named = [_roles(without_remark(names[k]))[0] for k in (*ja, *en)]
    return Header(ja, en, notes_of(names), any(named))


def _in_both_languages(names: Sequence[str]) -> Header | None:
    """Return the first two columns whose names differ only in the language, which one of them states, or None.

    Examples
    --------
    >>> _in_both_languages(["コード", "内容（日）", "内容（英）"])
    Header(ja=[1], en=[2], note=[], sure=True)
    >>> [_in_both_languages(names) is None for names in (["LLT/J", "LLT"], ["備考（日）", "備考（英）"], ["社名/J", "通称/E"])]
    [False, True, True]
    """
    parted = [_without_language(name) for name in names]
    for k, (name, language) in enumerate(parted):
        if language is None or not name or bare(name) in _NOTES | _OTHERS:
            continue
        same = [n for n, (other, its) in enumerate(parted) if n != k and other == name and its != language]
        if len(same) == 1:
            ja, en = (k, same[0]) if language == "ja" else (same[0], k)
            return Header([ja], [en], notes_of(names), True)
    return None


def _without_language(name: str) -> tuple[str, Language | None]:
    """Return the name of a column without the language at its end, or behind a slash, and the language.

    >>> [_without_language(name) for name in ("PT（英語）", "MedDRA/J LLT", "label_ja", "Japan", "www.example.org/ja")]
    [('pt', 'en'), ('meddra llt', 'ja'), ('label', 'ja'), ('japan', None), ('www.example.org/ja', None)]
    """
    folded = unicodedata.normalize("NFKC", name[:_LONGEST]).lower().strip()
    found = next(filter(None, (pattern.fullmatch(folded) for pattern in _MARKED)), None)
    if found is None or is_address(folded):
        return folded, None
    before, said, after = found.groups()
    return before + after, _LANGUAGES.get(said) or _SHORT[said]


def columns_in(names: Sequence[str], language: Language) -> list[int]:
    """Return the columns of one language by their names, or none if it is not clear which they are.

    Examples
    --------
    >>> columns_in(["分類", "用語", "読み"], "ja"), columns_in(["英語（館内）", "英語（旧）"], "en")
    ([1], [])
    """
    exact = [_roles(name) for name in names]
    if columns := _columns(exact, language):
        return columns
    with_remark = [_roles(without_remark(name)) for name in names]
    remarked = [k for k in _columns(with_remark, language) if not any(exact[k])]
    return remarked if len(remarked) == 1 else []


def _columns(roles: Sequence[tuple[Language | None, Language | None]], language: Language) -> list[int]:
    """Return the columns of a language, which are those that name it, or else those whose role implies it."""
    languages, parts = [role[0] for role in roles], [role[1] for role in roles]
    return [k for k, named in enumerate(languages if language in languages else parts) if named == language]


def is_address(text: str) -> bool:
    """Return whether a text is an address on the web, such as https://example.org/ja."""
    return _ADDRESS.match(text) is not None


def without_remark(name: str) -> str:
    """Return the name of a column without a remark in brackets, unless the remark is such a name, too.

    Examples
    --------
    >>> without_remark("英語（館内統一）"), without_remark("日本語（読み）")
    ('英語', '日本語（読み）')
    """
    found = _remarked(name)
    return name if found is None or is_header_word(found[2]) else found[1]


def _remarked(name: str) -> re.Match[str] | None:
    """Return the name of a column without its remark in brackets, and the remark; None if it has none."""
    return _REMARKED.fullmatch(unicodedata.normalize("NFKC", name[:_LONGEST]))


def notes_of(names: Iterable[str]) -> list[int]:
    """Return the columns of notes.

    Examples
    --------
    >>> notes_of(["用語", "訳語", "備考・注意（社内）", "注意・危険"])
    [2]
    """
    return [k for k, name in enumerate(names) if _is_of_notes(without_remark(name))]


def _is_of_notes(name: str) -> bool:
    return all(part.strip() in _NOTES for part in _JOINED.split(bare(name)))


def id_of(names: Iterable[str]) -> int | None:
    """Return the column that names the units, or None."""
    return next(iter(ids_of(names)), None)


def ids_of(names: Iterable[str]) -> list[int]:
    """Return the columns that may name the units, those that fit best first."""
    known = [bare(name) for name in names]
    return [known.index(name) for name in _IDS if name in known]


def fuzzy_of(names: Iterable[str]) -> int | None:
    """Return the column that says which translations are only proposals, as Weblate writes it, or None."""
    return next((k for k, name in enumerate(names) if bare(name) == "fuzzy"), None)


def is_header_word(name: str) -> bool:
    """Return whether a cell has a name that only headers have."""
    return (
        bare(name) in _OTHERS
        or _is_of_notes(name)
        or id_of([name]) is not None
        or of_a_status(name) is not None
        or any(_roles(name))
    )


def is_code_name(name: str) -> bool:
    """Return whether a cell has the name of a column of codes, except for names that may be keys themselves (code, model_no)."""
    return bare(name) in _CODE_NAMES and not (name.islower() and " " not in name)


def is_item_name(name: str) -> bool:
    """Return whether a cell has the name of a column of texts in lists of parts (品名, Part name)."""
    return bare(name) in _ITEM_NAMES


def of_a_status(name: str) -> str | None:
    """Return the status of the renderings in a column by its name: ``preferred``, ``admitted``, ``forbidden`` or None.

    >>> [of_a_status(name) for name in ("推奨訳", "使用禁止の英語", "旧表記", "Wrong term", "旧字体")]
    ['preferred', 'forbidden', 'forbidden', 'forbidden', None]
    """
    remarked = _remarked(name)
    is_remark = remarked is not None and "en" in _roles(remarked[1])  # 英語（使用不可）
    said = bare(remarked[2] if remarked is not None and is_remark else without_remark(name))
    return next((status for status, names in _OF_A_STATUS.items() if names.fullmatch(said)), None)


def bare(name: str) -> str:
    """Return the name of a column for comparison: NFKC, in lower case, without surrounding punctuation.

    Spaces and line breaks that only set Japanese characters apart are left out, as in 備　考.
    """
    return _APART.sub("", unicodedata.normalize("NFKC", name)).strip().strip(".:#()[]*").lower()


def _roles(name: str) -> tuple[Language | None, Language | None]:
    """Return the language that a name states, and the language that its role implies."""
    if (language := language_of(name)) is not None:
        return language, None
    words = _words(name)
    if not words:
        return None, None
    languages = {_LANGUAGES[word] for word in words if word in _LANGUAGES}
    parts = {_PARTS[word] for word in words if word in _PARTS} or {_TERMS[word] for word in words if word in _TERMS}
    if len(languages) > 1 or (not languages and len(parts) > 1):
        return None, None
    return next(iter(languages), None), None if languages else next(iter(parts), None)


def _words(name: str) -> list[str]:
    """Return the words of a name, or none if one of them is unknown."""
    words: list[str] = []
    if len(name) > _LONGEST:
        return words
    for run in _RUNS.findall(_CAMEL.sub(" ", unicodedata.normalize("NFKC", name)).lower()):
        found = _CJK.findall(run) if not run.isascii() else [run] if run in _KNOWN else []
        if "".join(found) != run:
            return []
        words += found
    return words
