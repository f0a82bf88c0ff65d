"""Shapes of text that are long in one way each: pairs of a Japanese and an English text made of so many pieces.

The pieces have numbers, and pieces with other numbers have other words, unless the shape is to repeat itself.
"""

from collections.abc import Callable, Mapping

from benchmarks.growth.words import MONTHS, NEWS, SENTENCES, made_up, nouns

Pair = tuple[str, str]
Shape = Callable[[range], Pair]
_SENTENCE = "警察庁は特殊詐欺を調べた。", "The National Police Agency looked into special fraud. "


def _sentences(pieces: range) -> Pair:
    """Ten sentences by turns, with numbers of their own."""
    taken = [(k, *SENTENCES[k % len(SENTENCES)]) for k in pieces]
    numbered = [(ja.replace("#", str(1000 + k)), en.replace("#", str(1000 + k))) for k, ja, en in taken]
    return "".join(ja for ja, _ in numbered), " ".join(en for _, en in numbered)


def _news(pieces: range) -> Pair:
    """Sentences each of which has a name, a number and two nouns of its own, as far as there are nouns."""
    taken = []
    for k in pieces:
        kana, latin = made_up(k)
        words = (kana, latin.capitalize()), _noun(2 * k), _noun(2 * k + 1)
        ja, en = (text.format(*side) for text, side in zip(NEWS[k % len(NEWS)], zip(*words, strict=True), strict=True))
        taken.append((ja.replace("#", str(1000 + k)), en.replace("#", str(1000 + k))))
    return "".join(ja for ja, _ in taken), " ".join(en for _, en in taken)


def _loanwords(pieces: range) -> Pair:
    words = [made_up(k) for k in pieces]
    return "、".join(kana for kana, _ in words), ", ".join(latin for _, latin in words)


def _noun(k: int) -> tuple[str, str]:
    return nouns()[k % len(nouns())]


def _nouns(ja: str, en: str) -> Shape:
    """Nouns one after another, with something between them."""

    def text(pieces: range) -> Pair:
        taken = [_noun(k) for k in pieces]
        return ja.join(word for word, _ in taken), en.join(word for _, word in taken)

    return text


def _prices(pieces: range) -> Pair:
    return "、".join(f"{100 + k}円" for k in pieces), ", ".join(f"{100 + k} yen" for k in pieces)


def _dates(pieces: range) -> Pair:
    """A day of each month by turns, in years of their own."""
    days = [(k // 12 + 1900, k % 12, k % 28 + 1) for k in pieces]
    ja = (f"{year}年{month + 1}月{day}日" for year, month, day in days)
    return "、".join(ja), "; ".join(f"{MONTHS[month]} {day}, {year}" for year, month, day in days)


def _katakana(pieces: range) -> Pair:
    n = len(pieces)
    return ("カメラテレビアニメ" * n)[: 3 * n], "camera television anime " * (n // 3 + 1)


def _same(ja: str, en: str) -> Shape:
    return lambda pieces: (ja * len(pieces), en * len(pieces))


def _nouns_elsewhere(pieces: range) -> Pair:
    return _nouns("は広い。", "")(pieces)[0], "He went home late in the evening. " * len(pieces)


#: Shapes by name; each gives a text of the pieces with these numbers.
SHAPES: Mapping[str, Shape] = {
    "ten sentences by turns": _sentences,
    "sentences without repetition": _news,
    "one sentence again and again": _same(*_SENTENCE),
    "one sentence a line": _same(_SENTENCE[0] + "\n", _SENTENCE[1] + "\n"),
    "one term again and again": _same("東京、", "Tokyo, "),
    "one term without a mark": _same("東京", "Tokyo "),
    "two terms by turns": _same("東京と大阪、", "Tokyo and Osaka, "),
    "nouns, a comma each": _nouns("、", ", "),
    "nouns joined by の": _nouns("の", " of "),
    "nouns in one run": _nouns("", " "),
    "a katakana run": _katakana,
    "katakana words": _same("カメラ、", "camera, "),
    "different katakana words": _loanwords,
    "names": _same("大谷翔平・", "Shohei Ohtani and "),
    "abbreviations": _same("警察庁（NPA）、", "the National Police Agency (NPA), "),
    "prices": _prices,
    "one price": _same("百円、", "100 yen, "),
    "dates": _dates,
    "one kanji": _same("国", "country "),
    "one hiragana": _same("あ", "ah "),
    "one small kana": _same("っ", "t "),
    "letters and hyphens": _same("桜島、", "a-"),
    "digits": _same("1", "1"),
    "groups of digits": _same(",000", ",000"),
    "Latin words": _same("API ", "API "),
    "one long Latin word": _same("a", "a"),
    "lines": _same("\n", "\n"),
    "marks": _same("、", ", "),
    "opening brackets": _same("（", "("),
    "quotation marks": _same("「東京」", "“Tokyo” "),
    "half-width katakana": _same("ｶﾒﾗ､", "camera, "),
    "combining marks": _same("か\u3099", "e\u0301 "),
    "astral characters": _same("𠮷野家、", "Yoshinoya 🍜 "),
    "a text against one word": lambda pieces: (_SENTENCE[0] * len(pieces), "police"),
    "one term against a text": lambda pieces: ("警察庁", _SENTENCE[1] * len(pieces)),
    "another word for a term": _same("東京は広い。", "It is large. "),
    "nouns against another text": _nouns_elsewhere,
}
