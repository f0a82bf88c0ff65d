"""Shapes of text that are long in one way each: pairs of a Japanese and an English text made of so many pieces."""

from collections.abc import Callable, Mapping

from benchmarks.growth.words import MONTHS, NEWS, NOUNS, SENTENCES, made_up

Pair = tuple[str, str]
_SENTENCE = "警察庁は特殊詐欺を調べた。", "The National Police Agency looked into special fraud. "


def _sentences(n: int) -> Pair:
    """Sentences that differ, as those of a text do."""
    taken = [SENTENCES[k % len(SENTENCES)] for k in range(n)]
    numbered = [(ja.replace("#", str(1000 + k)), en.replace("#", str(1000 + k))) for k, (ja, en) in enumerate(taken)]
    return "".join(ja for ja, _ in numbered), " ".join(en for _, en in numbered)


def _news(n: int) -> Pair:
    """Sentences each of which has a name, a number and two nouns of its own, as far as there are nouns."""
    taken = []
    for k in range(n):
        kana, latin = made_up(k)
        words = (kana, latin.capitalize()), NOUNS[k % len(NOUNS)], NOUNS[(k + k // len(NOUNS) + 1) % len(NOUNS)]
        ja, en = (text.format(*side) for text, side in zip(NEWS[k % len(NEWS)], zip(*words, strict=True), strict=True))
        taken.append((ja.replace("#", str(1000 + k)), en.replace("#", str(1000 + k))))
    return "".join(ja for ja, _ in taken), " ".join(en for _, en in taken)


def _loanwords(n: int) -> Pair:
    words = [made_up(k) for k in range(n)]
    return "、".join(kana for kana, _ in words), ", ".join(latin for _, latin in words)


def _nouns(n: int, ja: str, en: str) -> Pair:
    """Nouns one after another, with something between them."""
    taken = [NOUNS[k % len(NOUNS)] for k in range(n)]
    return ja.join(word for word, _ in taken), en.join(word for _, word in taken)


def _prices(n: int) -> Pair:
    return "、".join(f"{k}円" for k in range(100, 100 + n)), ", ".join(f"{k} yen" for k in range(100, 100 + n))


def _dates(n: int) -> Pair:
    days = [(k // 28 % 12, k % 28 + 1) for k in range(n)]
    return "、".join(f"{m + 1}月{d}日" for m, d in days), ", ".join(f"{MONTHS[m]} {d}" for m, d in days)


def _katakana(n: int) -> Pair:
    return ("カメラテレビアニメ" * n)[: 3 * n], "camera television anime " * (n // 3 + 1)


def _brackets(n: int) -> Pair:
    return "警察庁（NPA）、" * n, "the National Police Agency (NPA), " * n


def _capitals(n: int) -> Pair:
    return "大谷翔平・" * n, "Shohei Ohtani and " * n


def _same(ja: str, en: str) -> Callable[[int], Pair]:
    return lambda n: (ja * n, en * n)


#: Shapes by name; each gives about as much text as it is asked for pieces.
SHAPES: Mapping[str, Callable[[int], Pair]] = {
    "sentences": _sentences,
    "sentences without repetition": _news,
    "one sentence again and again": _same(*_SENTENCE),
    "one sentence a line": _same(_SENTENCE[0] + "\n", _SENTENCE[1] + "\n"),
    "one term again and again": _same("東京、", "Tokyo, "),
    "one term without a mark": _same("東京", "Tokyo "),
    "two terms by turns": _same("東京と大阪、", "Tokyo and Osaka, "),
    "nouns, a comma each": lambda n: _nouns(n, "、", ", "),
    "nouns joined by の": lambda n: _nouns(n, "の", " of "),
    "nouns in one run": lambda n: _nouns(n, "", " "),
    "a katakana run": _katakana,
    "katakana words": _same("カメラ、", "camera, "),
    "different katakana words": _loanwords,
    "names": _capitals,
    "abbreviations": _brackets,
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
    "a text against one word": lambda n: (_SENTENCE[0] * n, "police"),
    "one term against a text": lambda n: ("警察庁", _SENTENCE[1] * n),
    "another word for a term": _same("東京は広い。", "It is large. "),
    "nouns against another text": lambda n: (_nouns(n, "は広い。", "")[0], "He went home late in the evening. " * n),
}
