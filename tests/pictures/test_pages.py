"""Pages, drawings and notebook tables: what is in them, and that nothing in a text can break them."""

import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from alignments import alignments
from hypothesis import given, settings

from termalign import Aligner, Alignment, Link, Span, align
from termalign.model import KINDS
from termalign.pictures import drawing, fragment, page
from termalign.pictures.captions import Language, words_of
from termalign.pictures.style import PALETTE, Colour

PAIR = (
    "警察庁は特殊詐欺の被害額が95億円に上ったと10月1日に発表した。",
    "The National Police Agency said on October 1st that losses from special fraud came to 9.5 billion yen.",
)
ARTICLE = (
    "The National Police Agency (NPA) warned of special fraud (tokushu sagi). The NPA watches special fraud. " * 20
)
MIXED = "Tokuryu, short for “匿名・流動型犯罪グループ”, is new. The police call them Tokuryu (匿流)."
VOID = {"meta", "br", "input"}


@pytest.fixture(scope="module")
def every() -> list[Alignment]:
    """One of each shape: a pair, a term list, a document, a text with both languages, one without links, nothing."""
    aligner = Aligner()
    return [
        aligner.align(*PAIR),
        aligner.align(["特殊詐欺", "警察庁", "消費税"], ARTICLE),
        aligner.align(PAIR[0] * 20, PAIR[1] * 20),
        aligner.align_mixed(MIXED),
        Alignment("今日は。", "Hello."),
        Alignment("", ""),
    ]


class Tree(HTMLParser):
    """Elements as (tag, attributes), and a failure where they are not properly nested or an attribute comes twice."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs)
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def having(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]

    def tags(self, *names: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.elements if tag in names]


def assert_self_contained(source: str) -> None:
    tree = Tree(source)
    assert not tree.tags("script", "link", "img", "iframe", "object", "embed", "base", "form", "style")[1:]
    assert all(target.startswith("#") for name in ("href", "src", "xlink:href") for target in tree.having(name))
    assert not any(name.startswith("on") for _, attributes in tree.elements for name in attributes)
    style = source[source.index("<style>") : source.index("</style>")]
    assert not re.search(r"url\(|@import|@font-face|//", style)
    ids = tree.having("id")
    assert len(ids) == len(set(ids))
    assert {target[1:] for target in tree.having("href")} <= set(ids)


def test_a_page_is_self_contained(every: list[Alignment]) -> None:
    assert_self_contained(page(every))
    for alignment in every:
        assert_self_contained(alignment.to_html())


def test_the_keyboard_stops_once_at_each_link(every: list[Alignment]) -> None:
    """Of a drawing and the marked texts that a narrow screen has instead, only one is shown."""
    for alignment in every:
        tree = Tree(alignment.to_html())
        on_chips, on_marks = ([found for _, found in tree.elements if stop in found] for stop in ("tabindex", "href"))
        assert on_marks or not alignment.links
        for stops in filter(None, (on_chips, on_marks)):
            assert len(stops) == len(alignment.links)
            labels = " ".join(stop["aria-label"] for stop in stops)
            assert all(link.kind in labels and f"{link.score:.2f}" in labels for link in alignment.links)


def test_the_table_is_the_accessible_form(every: list[Alignment]) -> None:
    for alignment in every:
        source = alignment.to_html()
        tree = Tree(source)
        assert len(tree.tags("caption")) == 1
        assert [th["scope"] for th in tree.tags("th")] == ["col"] * 6 + ["row"] * len(alignment.links)
        table = source[source.index("<tbody>") :]
        assert all(reason.kind in table for link in alignment.links for reason in link.evidence)
        assert all(span.text in table for span in alignment.unaligned)


def test_a_pair_has_furigana_and_a_ribbon_a_link() -> None:
    alignment = align(*PAIR)
    source = alignment.to_html()
    assert "けいさつ" in source
    assert source.count('class="r ') == len(alignment.links)
    assert all(f'class="w w{k}"' in source for k in range(1, len(alignment.links) + 1))


def test_evidence_of_each_link_is_there_to_be_shown(every: list[Alignment]) -> None:
    pair, listed, document, mixed, *_ = every
    assert pair.to_html().count("<foreignObject") == 1 + len(pair.links)
    for alignment in (listed, document, mixed):
        assert alignment.to_html().count('class="tip"') == len(alignment.links)


@pytest.mark.parametrize(("language", "strength"), [("en", "strength"), ("ja", "強さ")])
def test_a_hint_has_one_figure_and_the_table_names_the_other(language: Language, strength: str) -> None:
    html = page(
        [align(["警察庁", "特殊詐欺"], "The National Police Agency warned of special fraud.")], language=language
    )
    tips = re.findall(r'class="tip" aria-hidden="true">(.*?)</small>', html)
    assert [len(re.findall(r"\d\.\d\d", tip)) for tip in tips] == [1, 1]
    assert len(re.findall(rf"\({strength} \d\.\d\d\)", html)) >= 2


@pytest.mark.parametrize(
    ("ja", "term", "en", "rendering"),
    [
        ("桜島が。\r\n", "\r\n", "x", "x"),
        ("桜島が。\r\n", "。\r\n", "x", "x"),
        ("桜島", "桜島", "to\u3000it", "\u3000"),
        ("桜島", "", "Sakurajima", "Sakurajima"),
        ("\u2028", "\u2028", " ", " "),
    ],
)
def test_what_cannot_be_seen_has_no_ribbon(ja: str, term: str, en: str, rendering: str) -> None:
    source, target = (
        Span(text.index(part), text.index(part) + len(part), part) for text, part in ((ja, term), (en, rendering))
    )
    alignment = Alignment(ja, en, (Link(source, target, "context", 0.5),))
    assert_self_contained(alignment.to_html())
    ET.fromstring(alignment.to_svg())
    assert "context" in alignment._repr_html_()
    assert alignment.to_svg().count('class="r ') == bool(term.strip() and rendering.strip())


def test_a_line_end_that_is_a_term() -> None:
    alignment = align("桜島が。\r\n", "x", terms=["\r\n", "桜島"])
    assert_self_contained(alignment.to_html())
    ET.fromstring(alignment.to_svg())


def test_marks_may_overlap() -> None:
    en = "Kyushu Railway Company"
    ja = "鉄道\n九州"
    links = [
        Link(Span.of(ja, 0, 2), Span.of(en, 0, 14), "gloss", 0.9),
        Link(Span.of(ja, 3, 5), Span.of(en, 7, 22), "gloss", 0.4),
    ]
    source = Alignment(ja, en, tuple(links)).to_html()
    assert_self_contained(source)
    text = re.sub(r'<small class="tip".*?</small>|<[^>]*>', "", source[source.index('<div class="text"') :])
    assert text.startswith("Kyushu Railway1 Company2") or text.startswith("Kyushu Railway Company")


def test_a_japanese_span_shows_its_number_once(every: list[Alignment]) -> None:
    mixed = every[3]
    mentions = [link for link in mixed.links if link.ja.text.startswith("匿名")]
    assert len(mentions) > 1
    assert mixed.to_html().count("</sup>") == len({link.ja for link in mixed.links})


@pytest.mark.parametrize("several", [True, False])
def test_the_filter_knows_every_kind_and_hides_what_is_left_without_a_link(
    every: list[Alignment], several: bool
) -> None:
    shown = every if several else every[:1]
    source = page(shown)
    kinds = {link.kind for alignment in shown for link in alignment.links}
    for kind in kinds:
        assert f'id="k-{kind}"' in source
        assert f"#s-0:checked ~ #k-{kind}:checked ~ .pictures .p:not(" in source
    radios = [attributes for attributes in Tree(source).tags("input") if attributes["name"] == "kind"]
    assert len(radios) == 1 + len(kinds)
    assert ["checked" in radio for radio in radios] == [True] + [False] * len(kinds)
    for alignment, section in zip(shown, re.findall('<section class="p ([^"]*)"', source), strict=True):
        assert {name.split("-")[1] for name in section.split()} == (
            {"all"} | {link.kind for link in alignment.links} if alignment.links else set()
        )


def test_a_page_speaks_japanese(every: list[Alignment]) -> None:
    english, japanese = page(every), page(every, language="ja")
    assert '<html lang="ja">' in japanese
    text = ["".join(Tree(source).text) for source in (english, japanese)]
    for word in ("Evidence", "Not found in the English", "Least score", "Links of text", "Made with", "Score"):
        assert word in text[0]
        assert word not in text[1]
    assert set(words_of("ja").kinds) == set(KINDS)


@pytest.mark.parametrize("language", ["fr", "", "EN"])
def test_no_other_language_is_spoken(language: str) -> None:
    with pytest.raises(ValueError, match="language must be 'en' or 'ja'"):
        page([], language=language)  # type: ignore[arg-type]


HOSTILE = "<script>alert(1)</script>\"'><svg onload=x>&amp;\x00\ud800\u202e\ufffe\x85]]>--><!--</style></title>"


@pytest.mark.parametrize("shape", ["pair", "terms", "document", "mixed"])
def test_markup_in_the_text_stays_text(shape: str) -> None:
    ja, en = f"{HOSTILE}警察庁{HOSTILE}", f"{HOSTILE}National Police Agency (NPA){HOSTILE}"
    alignment = {
        "pair": lambda: align(ja, en),
        "terms": lambda: align(["警察庁", HOSTILE], en),
        "document": lambda: align(ja * 9, en * 9),
        "mixed": lambda: Aligner().align_mixed(en + ja),
    }[shape]()
    source = page([alignment, alignment], title=HOSTILE)
    assert alignment.links or shape == "mixed"
    for written in (source, drawing(alignment), fragment(alignment)):
        tree = Tree(written)
        assert not tree.tags("script")
        assert not any(name.startswith("on") for _, attributes in tree.elements for name in attributes)
        written.encode("utf-8")
        assert "alert" in "".join(tree.text)
    assert_self_contained(source)


@settings(max_examples=60)
@given(alignments(overlapping=True))
def test_any_alignment_makes_a_sound_page_drawing_and_table(alignment: Alignment) -> None:
    source = page([alignment, alignment])
    source.encode("utf-8")
    assert_self_contained(source)
    svg = drawing(alignment)
    ET.fromstring(svg)
    assert_only_what_a_sanitiser_lets_through(fragment(alignment))


@pytest.mark.parametrize("width", [200, 400, 800])
def test_a_drawing_is_as_narrow_as_asked(width: int, every: list[Alignment]) -> None:
    alignment = every[0]
    narrow, usual = (
        float(ET.fromstring(svg).attrib["width"]) for svg in (alignment.to_svg(width=width), alignment.to_svg())
    )
    assert narrow < usual
    assert narrow <= max(width, 420) + 80  # the legend needs some room
    assert alignment.to_svg(width=966) == alignment.to_svg()


def assert_only_what_a_sanitiser_lets_through(source: str) -> None:
    tree = Tree(source)
    allowed = {"div", "p", "span", "br", "b", "sup", "table", "thead", "tbody", "tr", "th", "td"}
    assert {tag for tag, _ in tree.elements} <= allowed
    properties = {"background-color", "color", "padding", "border-radius", "text-align", "line-height"}
    for _, attributes in tree.elements:
        assert set(attributes) <= {"style", "lang"}
        for declaration in filter(None, attributes.get("style", "").split(";")):
            assert declaration.partition(":")[0].strip() in properties
            assert "(" not in declaration


def test_a_notebook_shows_links_without_svg_style_or_ruby(every: list[Alignment]) -> None:
    for alignment in every:
        source = alignment._repr_html_()
        assert_only_what_a_sanitiser_lets_through(source)
        assert all(link.kind in source for link in alignment.links)
    assert "National Police Agency<sup><b>1</b></sup>" in every[0]._repr_html_()


def test_a_drawing_stands_alone() -> None:
    alignment = align(*PAIR)
    root = ET.fromstring(alignment.to_svg())
    space = {"svg": "http://www.w3.org/2000/svg"}
    title, description = root.find("svg:title", space), root.find("svg:desc", space)
    assert title is not None
    assert title.text is not None
    assert title.text.startswith("警察庁")
    assert description is not None
    assert "National Police Agency, gloss" in (description.text or "")
    assert root.get("aria-labelledby") == "title desc"
    assert not [element for element in root.iter() if element.get("tabindex")]
    assert not [element for element in root.iter() if element.tag.endswith(("foreignObject", "image", "script"))]
    drawn = "".join(element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text"))
    assert "警察" in drawn
    assert "fraud" in drawn


def test_a_drawing_lists_links_that_overlap_in_its_legend() -> None:
    links = (
        Link(Span(0, 2, "警察"), Span(0, 6, "police"), "gloss", 0.9),
        Link(Span(1, 2, "察"), Span(3, 6, "ice"), "romaji", 0.4),
    )
    svg = Alignment("警察", "police", links).to_svg()
    assert svg.count('class="r ') == 1
    assert "romaji 0.40" in svg


def test_a_doubtful_link_is_dashed() -> None:
    def source(score: float) -> str:
        return Alignment("警察", "police", (Link(Span(0, 2, "警察"), Span(0, 6, "police"), "gloss", score),)).to_svg()

    assert " doubt" in source(0.49)
    assert ' doubt"' not in source(0.5)


def luminance(colour: str) -> float:
    channels = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colour", PALETTE)
def test_numbers_are_legible_on_their_colours(colour: Colour) -> None:
    assert contrast(colour.light, colour.on_light) >= 4.5
    assert contrast(colour.dark, colour.on_dark) >= 4.5
    assert contrast(colour.tint, "#1b1d20") >= 7


def test_neighbouring_colours_differ_in_lightness_or_hue() -> None:
    assert len({colour.light for colour in PALETTE}) == len(PALETTE)
    assert all(one != other for one, other in pairwise(colour.light for colour in PALETTE))


def test_a_notebook_shows_the_beginning_of_a_long_text() -> None:
    en = "Sakurajima erupted. " * 1000
    source = align(["桜島"], en)._repr_html_()
    assert len(source) < 100_000
    assert "…" in source
    assert "more links" in source


def test_a_list_shows_its_terms_without_bullets_and_with_their_own_readings() -> None:
    terms = ["・愛宕山(あたごやま)", "1. 龍泉寺", "警察庁（NPA）"]
    html = page([align(terms, "The NPA guards Ryusenji on Mount Atago.")])
    shown = re.findall(r'<span><bdi lang="ja">(.*?)</bdi><br>', html)
    assert shown == [
        "<ruby>愛宕<rt>あたご</rt></ruby><ruby>山<rt>やま</rt></ruby>",
        "<ruby>龍泉<rt>りゅうせん</rt></ruby><ruby>寺<rt>じ</rt></ruby>",
        "<ruby>警察<rt>けいさつ</rt></ruby><ruby>庁<rt>ちょう</rt></ruby>（NPA）",
    ]


@pytest.mark.parametrize(("count", "is_folded"), [(10, False), (11, True)])
def test_many_terms_that_were_not_found_are_folded(count: int, is_folded: bool) -> None:
    terms = ["桜島", *[f"{kanji}会社" for kanji in "東西南北春夏秋冬上下中"[:count]]]
    found = page([align(terms, "Sakurajima erupted.")])
    assert ('<details class="missing">' in found) == is_folded
    assert "東会社" in found


BARE = Alignment(
    "灰が空に降った。",
    "Ash fell.",
    (Link(Span(0, 1, "灰"), Span(0, 3, "Ash"), "gloss", 0.9),),
    (Span(2, 3, "空"),),
)


@pytest.mark.parametrize("found", [BARE, Alignment(BARE.ja, BARE.en, BARE.links)], ids=["one", "none"])
def test_terms_without_a_link_have_a_dotted_line(found: Alignment) -> None:
    lines = len(found.unaligned)
    assert found.to_html().count('<path class="bare"') == found.to_svg().count('<path class="bare"') == lines


def test_terms_without_a_link_in_a_text_that_is_too_long_for_ribbons() -> None:
    found = Alignment(BARE.ja + "\n\n" + "風。" * 20, BARE.en, BARE.links, BARE.unaligned)
    assert re.findall('<span class="bare">(.*?)</span>', found.to_html()) == ["<ruby>空<rt>そら</rt></ruby>"]
