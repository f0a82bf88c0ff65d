"""English with the Japanese behind it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign import Alignment, Link, Span, align, annotate

JA = "警察庁は特殊詐欺について警告した。警察庁の山田太郎長官は、桜島で3人が逮捕されたと述べた。"
EN = (
    "The National Police Agency warned of special fraud. Taro Yamada, the agency's chief, said at the Agency's office that "
    "three people had been arrested in Sakurajima."
)


def linked(en: str, *pairs: tuple[str, str], kind: str = "gloss", score: float = 0.9) -> Alignment:
    """An alignment of words given by their texts, each at its first place in the English."""
    ja = "、".join(term for term, _ in pairs)
    links, at = [], 0
    for term, words in pairs:
        place = en.index(words)
        links.append(Link(Span.of(ja, at, at + len(term)), Span.of(en, place, place + len(words)), kind, score))
        at += len(term) + 1
    return Alignment(ja, en, tuple(links))


CASES = [
    ("after a name", "Sakurajima erupted.", ("桜島", "Sakurajima"), "Sakurajima (桜島) erupted."),
    ("after a legal form", "Toho Co., Ltd. said", ("東宝", "Toho"), "Toho Co., Ltd. (東宝) said"),
    ("after the common noun of a place", "the Noto Peninsula.", ("能登", "Noto"), "the Noto Peninsula (能登)."),
    ("not after another thing at a place", "the Noto Airport.", ("能登", "Noto"), "the Noto (能登) Airport."),
    ("not after a day of the week", "on Tuesday, May 3", ("火", "Tuesday"), "on Tuesday, May 3"),
    ("not after a verb behind a modal verb", "He might take it.", ("注目", "take"), "He might take it."),
    ("not after a verb behind its subject", "We need a deal.", ("必要", "need"), "We need a deal."),
    ("after a noun behind a determiner", "He had a need.", ("必要", "need"), "He had a need (必要)."),
    ("after a name behind a modal verb", "May Toho win", ("東宝", "Toho"), "May Toho (東宝) win"),
    ("after a noun in one character", "a fire broke out", ("火", "fire"), "a fire (火) broke out"),
    ("not after a title", "Toho President Abe", ("東宝", "Toho"), "Toho (東宝) President Abe"),
    ("not after a day", "Toho Friday said", ("東宝", "Toho"), "Toho (東宝) Friday said"),
    ("not after the next sentence", "by Toho. Fans said", ("東宝", "Toho"), "by Toho (東宝). Fans said"),
    ("not after two more words", "the Toho Film Prize", ("東宝", "Toho"), "the Toho (東宝) Film Prize"),
    ("not after a score", "Toho 3-2", ("東宝", "Toho"), "Toho (東宝) 3-2"),
    ("after the possessive", "the Agency's chief", ("警察庁", "Agency"), "the Agency's (警察庁) chief"),
    ("after what a hyphen joins", "a Tokyo-based firm", ("東京", "Tokyo"), "a Tokyo-based (東京) firm"),
    ("not where it stands already", "Tokuryu (匿流) are new", ("匿流", "Tokuryu"), "Tokuryu (匿流) are new"),
    ("not where it stands with more", "fraud (特殊詐欺, a crime)", ("特殊詐欺", "fraud"), "fraud (特殊詐欺, a crime)"),
    ("not what is no Japanese", "the NPA said", ("NPA", "NPA"), "the NPA said"),
    ("not a number with a limit", "under 18 years of age", ("十八歳未満", "18 years of age"), "under 18 years of age"),
    (
        "not provisions of a law",
        "Article 26, paragraph (1)",
        ("第二十六条第一項", "Article 26"),
        "Article 26, paragraph (1)",
    ),
    ("a name that has a numeral", "Nijo Castle", ("二条城", "Nijo Castle"), "Nijo Castle (二条城)"),
    ("not within brackets", "prison (kokin-kei)", ("拘禁刑", "kokin-kei"), "prison (kokin-kei [拘禁刑])"),
    (
        "into a bracket that follows",
        "the party (CDP) said",
        ("立憲民主党", "party"),
        "the party (立憲民主党, CDP) said",
    ),
    ("not into a note", "the party [1] said", ("立憲民主党", "party"), "the party (立憲民主党) [1] said"),
    ("after a title in quotes", "the “Boy” came", ("少年", "Boy"), "the “Boy” (少年) came"),
    ("after a title with an article", '"The Boy" came', ("少年", "Boy"), '"The Boy" (少年) came'),
    ("before a comma in quotes", 'a "food," he said', ("食品", "food"), 'a "food (食品)," he said'),
    ("within what somebody says", '"I want food" is it', ("食品", "food"), '"I want food (食品)" is it'),
    ("line ends stay", "Mt.\nAso\r\n\nend", ("阿蘇", "Aso"), "Mt.\nAso (阿蘇)\r\n\nend"),
]


@pytest.mark.parametrize(("label", "en", "pair", "expected"), CASES, ids=[case[0] for case in CASES])
def test_where_it_goes(label: str, en: str, pair: tuple[str, str], expected: str) -> None:
    assert annotate(linked(en, pair)) == expected


@pytest.mark.parametrize(
    ("ja", "en", "expected"),
    [
        ("桜島が噴火した。", "Sakurajima erupted.", "Sakurajima (桜島) erupted."),
        (
            "横浜DeNAベイスターズが26年ぶりに優勝した。",
            "The Yokohama DeNA BayStars won for the first time in 26 years.",
            "The Yokohama DeNA BayStars (横浜DeNAベイスターズ) won for the first time in 26 years.",
        ),
        (
            "桜島の噴火は続く。",
            "The eruption of Sakurajima continues.",
            "The eruption (噴火) of Sakurajima (桜島) continues.",
        ),
        ("朝鮮に拘泥する。", "They stick to Korea.", "They stick to Korea (朝鮮)."),
        (["噴火", "桜島"], "Sakurajima erupted.", "Sakurajima (桜島) erupted (噴火)."),
    ],
)
def test_verbs_of_a_text_get_nothing(ja: str | list[str], en: str, expected: str) -> None:
    assert annotate(align(ja, en)) == expected


@pytest.mark.parametrize(
    ("ja", "en", "expected"),
    [
        ("土曜日午後に始まる。", "It starts on Saturday afternoon.", "It starts on Saturday afternoon."),
        ("乗客47人全員が助かった。", "All 47 passengers survived.", "All 47 passengers (乗客) survived."),
        ("2020年東京五輪。", "The 2020 Tokyo Olympics.", "The 2020 Tokyo Olympics (2020年東京五輪)."),
        ("二大政党制がよい。", "I like the two-party system.", "I like the two-party system (二大政党制)."),
    ],
)
def test_dates_and_figures_get_nothing_unless_in_a_name(ja: str, en: str, expected: str) -> None:
    assert annotate(align(ja, en)) == expected


def test_first_mention_only() -> None:
    ja, en = "桜島", "Sakurajima smoked. Then Sakurajima erupted."
    links = tuple(Link(Span.of(ja, 0, 2), Span.of(en, k, k + 10), "romaji", 0.9) for k in (0, en.rindex("Saku")))
    found = Alignment(ja, en, links)
    assert annotate(found) == "Sakurajima (桜島) smoked. Then Sakurajima erupted."
    assert annotate(found, first=False) == "Sakurajima (桜島) smoked. Then Sakurajima (桜島) erupted."


def mentioned(en: str, *links: tuple[str, str, float], kind: str = "gloss") -> Alignment:
    """An alignment of a list of terms with words at their last places in the English."""
    terms = list(dict.fromkeys(term for term, _, _ in links))
    ja = "\n".join(terms)
    found = []
    for term, words, score in links:
        start, place = ja.index(term), en.rindex(words)
        found.append(Link(Span.of(ja, start, start + len(term)), Span.of(en, place, place + len(words)), kind, score))
    return Alignment(ja, en, tuple(found))


PARTIES = ("LDP wins. The Democratic Party of old", ("自民党", "LDP", 0.96), ("自由民主党", "LDP", 0.95))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (mentioned(*PARTIES), "LDP (自民党) wins. The Democratic Party of old"),
        (
            mentioned(*PARTIES, ("自民党", "Democratic Party", 0.94), ("自由民主党", "Democratic Party", 0.87)),
            "LDP (自民党) wins. The Democratic Party (自由民主党) of old",
        ),
        (
            mentioned("Bank and BOJ", ("日銀", "BOJ", 0.9), ("日本銀行", "BOJ", 0.95), ("日本銀行", "Bank", 0.56)),
            "Bank (日本銀行) and BOJ (日銀)",
        ),
        (mentioned("big reform", ("改革", "reform", 0.95), ("憲法改正", "reform", 0.55)), "big reform (改革)"),
        (
            mentioned("Miyazaki", ("宮崎駿", "Miyazaki", 0.98), ("宮崎吾朗監督", "Miyazaki", 0.97), kind="name"),
            "Miyazaki (宮崎駿)",
        ),
    ],
)
def test_terms_with_the_same_words(found: Alignment, expected: str) -> None:
    assert annotate(found) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (  # a much more certain mention
            mentioned(
                "income threshold, or income barrier", ("壁", "income threshold", 0.71), ("壁", "income barrier", 0.99)
            ),
            "income threshold, or income barrier (壁)",
        ),
        (  # certain enough
            mentioned("threshold or barrier", ("壁", "threshold", 0.85), ("壁", "barrier", 0.99)),
            "threshold (壁) or barrier",
        ),
        (  # a short form
            mentioned("Makoto Uchida; Uchida", ("内田誠", "Makoto Uchida", 0.7), ("内田誠", "Uchida", 0.99)),
            "Makoto Uchida (内田誠); Uchida",
        ),
        (  # its full form, although the score is low
            mentioned("Japan Agency, or JA", ("気象庁", "Japan Agency", 0.43), ("気象庁", "JA", 0.95)),
            "Japan Agency (気象庁), or JA",
        ),
        (  # not its full form
            mentioned("Japan Agency, or NPA", ("気象庁", "Japan Agency", 0.43), ("気象庁", "NPA", 0.95)),
            "Japan Agency, or NPA (気象庁)",
        ),
        (  # not of the same term
            mentioned("Japan Agency, or JA", ("庁", "Japan Agency", 0.43), ("気象庁", "JA", 0.95)),
            "Japan Agency, or JA (気象庁)",
        ),
        (  # a part of a name that has been told
            align(["高市早苗", "高市", "玉木"], "Sanae Takaichi spoke. Takaichi and Tamaki agreed."),
            "Sanae Takaichi (高市早苗) spoke. Takaichi and Tamaki (玉木) agreed.",
        ),
        (  # no name in a name
            align(["特殊詐欺", "詐欺"], "Special fraud is on the rise. All fraud is."),
            "Special fraud (特殊詐欺) is on the rise. All fraud (詐欺) is.",
        ),
    ],
)
def test_which_mention_is_the_first(found: Alignment, expected: str) -> None:
    assert annotate(found) == expected


def test_every_mention_but_not_where_it_stands_already() -> None:
    found = mentioned("Tokuryu (匿流) or ring", ("匿流", "Tokuryu", 0.9), ("匿流", "ring", 0.9))
    assert annotate(found, first=False) == "Tokuryu (匿流) or ring (匿流)"


@pytest.mark.parametrize(("kind", "score"), [("number", 0.9), ("date", 0.9), ("verbatim", 0.9), ("gloss", 0.49)])
def test_values_and_weak_links_are_left_out(kind: str, score: float) -> None:
    found = linked("the police", ("警察", "police"), kind=kind, score=score)
    assert annotate(found) == "the police"
    assert annotate(linked("the police", ("警察", "police"))) == "the police (警察)"


def test_names_only() -> None:
    found = align(JA, EN, situation="translation")
    named = annotate(found, names=True)
    assert "National Police Agency (警察庁)" in named
    assert "Taro Yamada (山田太郎)" in named
    assert "Sakurajima (桜島)" in named
    assert "詐欺" not in named
    assert "(特殊詐欺)" in annotate(found)


NAMES = [
    ("a word that begins a sentence", "Police came.", ("警察", "Police"), False),
    ("a word behind a quotation mark", "“Police came.”", ("警察", "Police"), False),
    ("a headline in capitals", "OTHER NEWS\ncame", ("ニュース", "NEWS"), False),
    ("several words with capitals", "National Police Agency", ("警察庁", "National Police Agency"), True),
    ("a word within a sentence", "he saw Osaka", ("大阪", "Osaka"), True),
    ("initials", "NPA came.", ("警察庁", "NPA"), True),
    ("an article and a word", "he saw the Diet", ("国会", "the Diet"), True),
    ("a word after others of its phrase", "from outside the Cabinet", ("閣外", "outside the Cabinet"), False),
    ("several words after another", "by former President Obama", ("オバマ元大統領", "former President Obama"), True),
    ("a name with a hyphen", "a monk of Kōfuku-ji", ("興福寺", "Kōfuku-ji"), True),
    ("a name that begins a sentence", "Kūkai crossed the sea.", ("空海", "Kūkai"), True),
    ("a title in italics", "*Azuma kagami* says", ("吾妻鏡", "Azuma kagami"), True),
    ("a name with a common noun", "of the Kamakura period", ("鎌倉時代", "Kamakura period"), True),
    ("a given name that is a word too", "Sakura came.", ("桜", "Sakura"), True),
    ("that word", "Cherry trees bloom.", ("桜", "Cherry"), False),
    ("a name that no dictionary has", "Tokuryu grow.", ("匿流", "Tokuryu"), True),
    ("a heading", "The Beginnings", ("成立", "Beginnings"), False),
    ("a word with a capital", "he left the Bank", ("銀行", "Bank"), False),
    ("a romanised word", "he was a daimyō", ("大名", "daimyō"), False),
    ("the adjective of a country", "a Chinese ship", ("中国", "Chinese"), False),
    ("a title", "said Finance Minister Kato", ("財務相", "Finance Minister"), False),
    ("a title with a name", "said Finance Minister Kato", ("加藤財務相", "Finance Minister Kato"), True),
    ("a phrase with a name", "for Japanese companies", ("日本企業", "Japanese companies"), False),
    ("a name rendered by a word", "on domestic soil", ("日本", "domestic"), False),
]


@pytest.mark.parametrize(("label", "en", "pair", "is_name"), NAMES, ids=[case[0] for case in NAMES])
@pytest.mark.parametrize("kind", ["gloss", "romaji", "learned"])
def test_what_is_a_name(label: str, en: str, pair: tuple[str, str], is_name: bool, kind: str) -> None:
    """The evidence for a link does not matter."""
    assert (annotate(linked(en, pair, kind=kind), names=True) != en) == is_name


def test_common_nouns_of_a_name_in_katakana_have_furigana() -> None:
    found = annotate(align("ルイジアナ州立大学の学生。", "A student at Louisiana State University."), style="markdown")
    assert (
        "ルイジアナ<ruby>州<rt>しゅう</rt></ruby><ruby>立<rt>りつ</rt></ruby><ruby>大学<rt>だいがく</rt></ruby>"
        in found
    )


def test_html_has_furigana_and_no_markup_of_the_text() -> None:
    html = annotate(linked("<b>Sakurajima</b> & co\n\nSecond", ("桜島", "Sakurajima"), kind="romaji"), style="html")
    ruby = '(<span lang="ja"><ruby>桜島<rt>さくらじま</rt></ruby></span>)'
    assert html == f"<p>&lt;b&gt;Sakurajima {ruby}&lt;/b&gt; &amp; co</p>\n<p>Second</p>"


MARKDOWN = [
    ("prose", "See **Sakurajima**.", True),
    ("code", "Run `Sakurajima` now.", False),
    ("a block of code", "```\nSakurajima\n```\n", False),
    ("an address", "https://example.org/Sakurajima", False),
    ("the target of a link", "[volcano](Sakurajima)", False),
    ("a tag", '<a id="Sakurajima">', False),
]


@pytest.mark.parametrize(("label", "en", "put"), MARKDOWN, ids=[case[0] for case in MARKDOWN])
def test_markdown(label: str, en: str, put: bool) -> None:
    found = linked(en, ("桜島", "Sakurajima"), kind="romaji")
    assert (annotate(found, style="markdown") != en) == put
    assert ("<ruby>桜島<rt>さくらじま</rt></ruby>" in annotate(found, style="markdown")) == put
    assert annotate(found) != en


def test_what_is_no_style_is_refused() -> None:
    with pytest.raises(ValueError, match="style must be 'text', 'html' or 'markdown', not 'pdf'"):
        annotate(Alignment("", ""), style="pdf")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="min_score"):
        annotate(Alignment("", ""), min_score=2)


@given(st.text(max_size=30), st.text(max_size=30), st.data())
def test_taking_the_japanese_out_gives_the_text_back(before: str, after: str, data: st.DataObject) -> None:
    """Nothing of the English is lost, whatever stands around a name."""
    en = before + "Sakurajima" + after
    at = len(before)
    found = Alignment("桜島", en, (Link(Span.of("桜島", 0, 2), Span.of(en, at, at + 10), "romaji", 0.9),))
    written = annotate(found, first=data.draw(st.booleans()))
    inserted = (" (桜島)", " [桜島]", "桜島, ", "")
    assert any(written.replace(each, "", 1) == en for each in inserted if each in written)
