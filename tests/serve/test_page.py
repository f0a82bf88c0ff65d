"""The page in a real browser: by keyboard, at three sizes, with many pairs and hostile text."""

import json
import re
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from serving import Served, served

from termalign import Alignment, Glossary, align, check, extract
from termalign.checking.reports import page as report

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
playwright = pytest.importorskip("playwright.sync_api", reason="the page is tested with playwright")
if CHROMIUM is None:
    pytest.skip("the page is tested in Chromium, which is not here", allow_module_level=True)
if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

PATIENCE = 120_000  # ms: a test that waits so long has hung
SIZES: "dict[str, ViewportSize]" = {
    "phone": {"width": 390, "height": 844},
    "tablet": {"width": 820, "height": 1180},
    "desktop": {"width": 1366, "height": 900},
}
HOSTILE = "<script>window.broken = 1</script><img src=x onerror='window.broken = 1'>\"'&amp;\u202e\u2066\x00\ud800"
# Whether what has the focus shows it: itself, or as its label what stands behind it.
RINGED = """[document.activeElement, document.activeElement.nextElementSibling].some((each) => {
  const { outlineStyle, outlineWidth } = each ? getComputedStyle(each) : {};
  return outlineStyle === "solid" && parseFloat(outlineWidth) >= 2;
})"""
SERIOUS = {"serious", "critical"}
LONG_WORD = ("PyCapsule_Destructor関数", "the PyCapsule_Destructor function")
PAIR = (
    "警察庁は特殊詐欺の被害額が95億円に上ったと10月1日に発表した。",
    "The National Police Agency said on October 1 that losses from special fraud came to 9.5 billion yen.",
)


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def window(browser: "Browser", server: Served) -> "Iterator[Window]":
    with closing(Window(browser, server)) as window:
        yield window


@pytest.fixture
def page(window: "Window") -> "Iterator[Page]":
    """A fresh page; it asks nobody but the server, and complains of nothing."""
    yield window.load()
    window.check()


class Window:
    """A window of the browser, with settings of its own."""

    def __init__(self, browser: "Browser", server: Served, **settings: Any) -> None:
        self._context = browser.new_context(viewport=SIZES["desktop"], **{"locale": "en-GB", **settings})
        self._server = server
        self._complaints: list[str] = []
        self._asked: list[str] = []
        self._page = self._context.new_page()
        self._page.set_default_timeout(PATIENCE)
        self._page.on("console", lambda message: self._complaints.append(message.text))
        self._page.on("pageerror", lambda error: self._complaints.append(str(error)))
        self._page.on("request", lambda request: self._asked.append(request.url))

    def load(self) -> "Page":
        """The page anew: it keeps nothing but the language, which is in its address."""
        self._complaints.clear()
        self._asked.clear()
        self._page.goto(self._server.url)
        self._page.wait_for_selector(".language[aria-pressed=true]")
        return self._page

    def check(self) -> None:
        """Fail where the page has complained, or has asked anybody but the server."""
        refused = "Failed to load resource"  # the browser's own note of a request that was answered with an error
        assert [said for said in self._complaints if not said.startswith(refused)] == []
        assert [url for url in self._asked if not url.startswith((self._server.url, "blob:"))] == []

    def close(self) -> None:
        self._context.close()


def choose(page: "Page", mode: str) -> None:
    page.check(f"input[value={mode}]", force=True)


def finish(page: "Page") -> None:
    page.wait_for_selector("form[aria-busy=false]")


def text(page: "Page", selector: str) -> str:
    """What an element holds, though the browser has not drawn it yet: it leaves results for the next frame."""
    return page.text_content(selector) or ""


def put(page: "Page", **fields: str) -> None:
    """Texts into fields, as they are: lone surrogates do not survive the way through the keyboard."""
    for name, text in fields.items():
        page.evaluate(f"document.getElementById({json.dumps(name)}).value = {json.dumps(text)}")


def focused(page: "Page") -> str:
    return str(
        page.evaluate("document.activeElement.id || document.activeElement.className || document.activeElement.tagName")
    )


def problems(page: "Page", among: Collection[str] = SERIOUS) -> list[str]:
    """What axe-core finds, of the impacts among some."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="accessibility is tested with axe-core")
    found = axe.Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found if one["impact"] in among]


@pytest.mark.parametrize(("scheme", "locale", "read_at"), [("light", "en-GB", "desktop"), ("dark", "ja-JP", "phone")])
def test_it_fits_and_can_be_read_by_everybody(
    browser: "Browser", server: Served, scheme: Any, locale: str, read_at: str
) -> None:
    """It fits at every size, whatever the language; axe-core looks at each language, scheme and layout once."""
    with closing(Window(browser, server, color_scheme=scheme, locale=locale)) as window:
        page = window.load()
        assert page.get_attribute("html", "lang") == locale[:2]
        for mode, button, result in [
            ("translation", ".main", "section.p svg .l"),
            ("terms", ".main", "section.p .m"),
            ("mixed", ".main", "section.p .m"),
            ("pairs", ".main", "section.p:nth-child(4)"),
            ("pairs", "#check", "article.finding"),
        ]:
            choose(page, mode)
            page.click("#example")
            for size in sorted(SIZES, key=lambda size: size == read_at):
                page.set_viewport_size(SIZES[size])
                page.click(button)  # pictures are drawn for the width that there is
                finish(page)
                assert page.locator(result).count() > 0
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (mode, button, size)
            assert problems(page) == []
        choose(page, "translation")
        page.click("#clear")
        page.click(".main")
        assert page.locator(".problem[role=alert]").is_visible()
        assert problems(page) == []
        window.check()


@pytest.mark.parametrize("size", SIZES)
def test_a_saved_page_fits(browser: "Browser", size: str) -> None:
    """On a narrow screen, the terms are marked in both texts, and the drawing, which would be cut, is not shown."""
    with closing(browser.new_page(viewport=SIZES[size])) as page:
        page.set_content(align(*PAIR).to_html())
        assert page.evaluate("[...document.querySelectorAll('*')].every((each) => each.scrollWidth <= innerWidth)")
        assert page.locator(".picture").is_visible() == (size == "desktop")
        assert page.locator(".narrow").is_visible() == (size != "desktop")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "html",
    [
        pytest.param(lambda: align(*PAIR).to_html(), id="pair"),
        pytest.param(lambda: align(["特殊詐欺", "消費税", "警察庁"], PAIR[1]).to_html(), id="list"),
        pytest.param(
            lambda: extract([LONG_WORD] * 2).to_html(),
            id="terms",
        ),
        pytest.param(
            lambda: "".join(report(check([(f"{PAIR[0]}3回{HOSTILE}", f"{'x' * 200} five times")]))), id="findings"
        ),
    ],
)
def test_saved_pages_can_be_read_by_everybody(browser: "Browser", html: Callable[[], str], size: str) -> None:
    """Nothing is wider than the window, all is in landmarks, and a hint that is shown is no part of a link's name."""
    with closing(browser.new_page(viewport=SIZES[size])) as page:
        page.set_content(html().replace("\ud800", ""))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate("window.broken") is None
        for number in page.locator("a.j:visible").all()[:1]:
            number.hover()
            assert page.locator(".tip:visible").count() == 1
        assert problems(page, among=SERIOUS | {"moderate"}) == []


def test_the_keyboard_reaches_everything(page: "Page") -> None:
    stops = []
    for _ in range(14):
        page.keyboard.press("Tab")
        stops.append(focused(page))
        assert page.evaluate(RINGED), stops[-1]
        if stops[-1] == "clear":
            break
    assert [stop for stop in stops if stop != "INPUT"] == [
        "skip", "language", "language", "ja", "en", "load", "main", "check", "example", "clear",
    ]  # fmt: skip


def test_a_run_by_keyboard_alone(page: "Page") -> None:
    page.focus("input[value=translation]")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.input_value("input[name=mode]:checked") == "pairs"
    page.keyboard.press("Tab")
    page.keyboard.insert_text("桜島が噴火した。\tSakurajima erupted.\n灰が降った。\tAsh fell.")
    page.keyboard.press("Control+Enter")
    finish(page)
    assert focused(page) == "results"
    numbers = []
    for key in "jjk":
        page.keyboard.press(key)
        numbers.append(page.evaluate("document.activeElement.getAttribute('aria-labelledby')"))
    assert numbers == ["p1", "p2", "p1"]
    page.keyboard.press("Tab")
    assert page.locator(".w1").first.evaluate("each => getComputedStyle(each).visibility") == "visible"
    assert "Sakurajima" in page.evaluate("document.activeElement.getAttribute('aria-label')")


def test_the_candidates_are_shown_with_what_they_lost_to(page: "Page") -> None:
    page.click("#example")
    page.click(".main")
    finish(page)
    page.click(".candidates > summary")
    page.wait_for_selector(".traced li.linked")
    assert page.locator(".traced li:not(.linked)").count() > 0
    page.click(".traced li.linked summary")
    assert page.locator(".traced li.linked table tbody tr").first.is_visible()


def test_the_candidates_of_terms_against_a_long_article(page: "Page") -> None:
    choose(page, "terms")
    page.click("#example")
    put(page, en=page.input_value("#en") * 10)
    page.click(".main")
    finish(page)
    page.click(".candidates > summary")
    page.wait_for_selector(".traced li.linked")
    assert page.locator(".traced > div").count() >= 4


def test_a_table_of_terms_is_read_as_one_and_said(page: "Page") -> None:
    choose(page, "terms")
    put(page, terms="用語,読み,分野\n特殊詐欺,とくしゅさぎ,犯罪\n", en="Special fraud is a crime.")
    page.click(".main")
    finish(page)
    assert page.inner_text("#results-heading") == "1 link"
    assert "the column 用語" in page.inner_text(".read-as")
    put(page, terms="特殊詐欺\n")
    page.click(".main")
    finish(page)
    assert "column" not in page.inner_text(".read-as")


@pytest.mark.parametrize("size", sorted(SIZES))
def test_the_heading_of_the_results_comes_into_sight(browser: "Browser", server: Served, size: str) -> None:
    """Many results do not hide it, and on a phone the evidence waits until it is asked for."""
    with closing(Window(browser, server)) as window:
        page = window.load()
        page.set_viewport_size(SIZES[size])
        for mode in ("translation", "pairs"):
            choose(page, mode)
            page.click("#example")
            if mode == "pairs":
                put(page, pairs="\n".join([page.input_value("#pairs")] * 3))
            page.click(".main")
            finish(page)
            assert focused(page) == "results"
            page.wait_for_timeout(200)  # for the results to be drawn
            top = page.evaluate("document.querySelector('#results-heading').getBoundingClientRect().top")
            at_end = page.evaluate("innerHeight + scrollY >= document.documentElement.scrollHeight - 1")
            assert 0 <= top <= SIZES[size]["height"] / (2 if at_end else 20)
            opened = page.locator(".found details[open]").count()
            assert opened == (mode == "translation" and size == "desktop")
        window.check()


def test_two_hundred_pairs_and_the_files_that_they_make(page: "Page", tmp_path: Path) -> None:
    rows = [f"東京で{k}回\t{k + k % 2} times in Tokyo" for k in range(1, 201)]
    path = tmp_path / "pairs.tsv"
    path.write_text("\n".join(rows), encoding="utf-8")
    choose(page, "pairs")
    page.set_input_files("#bitext input", path)
    page.wait_for_selector("#bitext .loaded:visible")
    assert page.inner_text("#bitext .loaded b") == "pairs.tsv: 200 pairs"
    page.click(".main")
    finish(page)
    assert page.locator("section.p").count() == 200
    assert "in 200 pairs" in page.inner_text("#results-heading")
    for form in ("jsonl", "csv", "xlsx", "html"):
        with page.expect_download() as saved:
            page.click(f".downloads [value={form}]")
        saved.value.save_as(tmp_path / f"out.{form}")
        assert saved.value.suggested_filename == f"termalign.{form}"
    lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert [Alignment.from_dict(json.loads(line)).ja for line in lines] == [row.partition("\t")[0] for row in rows]
    page.click("#check")
    finish(page)
    assert page.locator("article.finding").count() == 100


def test_hostile_text_is_shown_as_text(page: "Page") -> None:
    ja, en = f"{HOSTILE}桜島が噴火した。{HOSTILE}", f"{HOSTILE}Sakurajima erupted five times.{HOSTILE}"
    for mode, fields, buttons in [
        ("translation", {"ja": ja, "en": en}, (".main", "#check")),
        ("terms", {"terms": f"桜島\n{HOSTILE}", "en": en}, (".main",)),
        ("mixed", {"mixed": en + ja}, (".main",)),
        ("pairs", {"pairs": f"{ja}3回\t{en}"}, (".main", "#check")),
    ]:
        choose(page, mode)
        put(page, **fields)
        for button in buttons:
            page.click(button)
            finish(page)
            assert not page.locator(".problem[role=alert]").is_visible()
            if page.locator(".found > *").count():
                assert "<script>window.broken" in text(page, ".found")
    assert page.evaluate("window.broken") is None
    assert page.locator(".found script, .found img").count() == 0


def test_a_line_of_a_megabyte_can_be_given_up(page: "Page") -> None:
    put(page, ja="警察庁は特殊詐欺を調べた。" * 27_000, en="Police looked into fraud. " * 13_000)
    assert len(page.input_value("#ja").encode()) > 1_000_000
    page.click(".main")
    page.click("#cancel")
    finish(page)
    assert "Cancelled" in page.inner_text(".problem[role=alert]")
    page.click("#example")
    page.keyboard.press("Enter")
    finish(page)
    assert page.locator("section.p svg .l").count() > 0


def test_a_glossary_is_loaded_counts_and_is_dropped_again(page: "Page", tmp_path: Path) -> None:
    path = tmp_path / "house.tbx"
    Glossary.of({"匿流": "Toku", "噴火": "blast"}).write(path)
    put(page, ja="匿流が来た。", en="Toku came.")
    page.set_input_files("#glossary input", path)
    page.wait_for_selector("#glossary .loaded:visible")
    assert focused(page) == "remove"
    page.click("#glossary summary")
    assert re.findall(r"\w+ — \w+", page.inner_text("#glossary ul")) == ["匿流 — Toku", "噴火 — blast"]
    kinds = []
    for _ in range(2):
        page.click(".main")
        finish(page)
        kinds.append("glossary" in text(page, ".found"))
        page.locator("#glossary .remove").click() if kinds == [True] else None
    assert kinds == [True, False]


def test_what_is_missing_is_said(page: "Page") -> None:
    for mode, fields, said in [
        ("translation", {"ja": "", "en": "x"}, "There is no Japanese text yet."),
        ("pairs", {"pairs": "桜\tcherry\nno tab"}, "line 2"),
        ("translation", {"ja": "桜", "en": " "}, "There is no English text yet."),
        ("terms", {"terms": "\n", "en": "x"}, "There is no term yet."),
    ]:
        choose(page, mode)
        assert not page.locator(".problem[role=alert]").is_visible()
        put(page, **fields)
        page.click(".main")
        page.wait_for_selector(".problem[role=alert]:visible")
        assert said in page.inner_text(".problem[role=alert]")
        assert not page.locator("#results").is_visible()


def test_a_file_that_is_no_glossary_is_refused(page: "Page", tmp_path: Path) -> None:
    path = tmp_path / "broken.tbx"
    path.write_bytes(b"<martif>")
    page.set_input_files("#glossary input", path)
    page.wait_for_selector(".problem[role=alert]:visible")
    assert "broken.tbx" in page.inner_text(".problem[role=alert]")
    assert not page.locator("#glossary .loaded").is_visible()


def test_the_language_is_switched_with_what_is_shown(page: "Page") -> None:
    page.click("#example")
    page.click(".main")
    finish(page)
    assert "Evidence" in text(page, ".found")
    page.click(".language[lang=ja]")
    page.wait_for_selector("form[aria-busy=true]", state="detached")
    page.wait_for_selector(".found >> text=根拠")
    assert "原文と訳文" in page.inner_text("form")
    assert "Evidence" not in text(page, "main")
    page.reload()
    page.wait_for_selector(".language[lang=ja][aria-pressed=true]")
    assert page.get_attribute("html", "lang") == "ja"


def test_a_server_that_is_gone_is_said(browser: "Browser") -> None:
    with ExitStack() as until_the_end:
        with served() as server:
            window = until_the_end.enter_context(closing(Window(browser, server)))
            page = window.load()
        page.click("#example")
        page.click(".main")
        page.wait_for_selector(".problem[role=alert]:visible")
        assert "does not answer" in page.inner_text(".problem[role=alert]")
