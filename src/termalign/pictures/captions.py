"""The text that a picture has in addition to the aligned texts, in English and in Japanese."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from termalign.arguments import one_of

#: The languages of pages.
Language = Literal["en", "ja"]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language, with braces for a number."""

    language: Language
    text: str
    texts: str
    link: str
    links: str
    hint: str
    picture: str
    evidence: str
    strength: str
    of_one: str
    caption: str
    caption_of_one: str
    columns: tuple[str, ...]
    missing: str
    terms: str
    least_score: str
    any_score: str
    kind: str
    every_kind: str
    footer: str
    kinds: Mapping[str, str] = field(default_factory=dict)

    def counted(self, texts: int, links: int) -> str:
        """Return the text with the numbers of alignments and links on a page."""
        said = (self.text if texts == 1 else self.texts).format(texts)
        return f"{said} · {(self.link if links == 1 else self.links).format(links)}"

    def called(self, kind: str) -> str:
        """Return the name of a kind of evidence, which in English is its name in the library."""
        return self.kinds.get(kind, kind)


ENGLISH: Final = Words(
    language="en",
    text="{} text",
    texts="{} texts",
    link="{} link",
    links="{} links",
    hint="Point at a term, or reach it with the Tab key, to see why it was linked.",
    picture="Terms and their renderings",
    evidence="Evidence",
    strength="strength",
    of_one=" for {}",
    caption="Links and their evidence",
    caption_of_one="Links of text {}",
    columns=("No.", "Japanese", "English", "Kind", "Score", "Evidence"),
    missing="Not found in the English: ",
    terms="Terms",
    least_score="Least score",
    any_score="any",
    kind="Kind",
    every_kind="all",
    footer="Made with termalign. A number and its colour stand for one link; dashes mean a score below 0.5.",
)
_JAPANESE: Final = Words(
    language="ja",
    text="{} 件のテキスト",
    texts="{} 件のテキスト",
    link="{} 件の対応",
    links="{} 件の対応",
    hint="用語を指すか Tab キーで選ぶと、対応の根拠が表示されます。",
    picture="用語とその訳",
    evidence="根拠",
    strength="強さ",
    of_one="（{}）",
    caption="対応とその根拠",
    caption_of_one="テキスト {} の対応",
    columns=("番号", "日本語", "英語", "種類", "スコア", "根拠"),
    missing="英文に見当たらない用語：",
    terms="用語",
    least_score="最低スコア",
    any_score="指定なし",
    kind="種類",
    every_kind="すべて",
    footer="termalign で作成。番号と色が一つの対応を表し、破線は 0.5 未満のスコアを示します。",
    kinds={
        "glossary": "用語集",
        "verbatim": "同じ表記",
        "romaji": "ローマ字",
        "clip": "短縮形",
        "name": "固有名",
        "loanword": "外来語",
        "gloss": "辞書の訳",
        "composed": "要素の訳",
        "apposition": "同格",
        "acronym": "頭字語",
        "number": "数量",
        "date": "日付",
        "learned": "学習した訳",
        "context": "文脈",
    },
)
_WORDS: Final[Mapping[str, Words]] = {"en": ENGLISH, "ja": _JAPANESE}


def words_of(language: str) -> Words:
    """Return the words of a language, or raise a ValueError if there are none."""
    one_of(language, list(_WORDS), "language")
    return _WORDS[language]
