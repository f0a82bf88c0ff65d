"""Terms of a bitext."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import params, rows

from termalign import Aligner, Glossary, Termbase, extract, write_pairs
from termalign.extraction import TermEntry
from termalign.formats.pairs import Unit

MANUAL = [
    ("引数は省略できる。", "The argument can be omitted."),
    ("引数リストの長さ", "The length of the argument list"),
    ("二つの引数を取る。", "It takes two arguments."),
    ("この関数は引数を返す。", "This function returns its argument."),
    ("サーバーを再起動する。", "Restart the server."),
    ("サーバが応答しない。", "The server does not respond."),
    ("二台のサーバーがある。", "There are two servers."),
    ("ファイルは2024年3月に作られた。", "The file was made in March 2024."),
    ("必要な場合もある。", "In some cases it is necessary."),
    ("必要はない。", "There is no need."),
]


@pytest.fixture(scope="module")
def manual() -> Termbase:
    return extract(MANUAL)


def entry(found: Termbase, ja: str) -> TermEntry:
    (one,) = [entry for entry in found if entry.ja == ja]
    return one


def test_what_recurs_is_pooled(manual: Termbase) -> None:
    argument = entry(manual, "引数")
    assert [rendering.text for rendering in argument.en] == ["argument"]
    assert (argument.count, argument.units, argument.en[0].count) == (4, 4, 4)
    assert {form.text: form.count for form in argument.en[0].forms} == {"argument": 3, "arguments": 1}
    assert argument.en[0].score > 0.95
    assert manual.units == len(MANUAL)


def test_compounds_are_cited_as_their_last_word_is_written_elsewhere() -> None:
    pairs = [
        ("サーバーを再起動する。", "Restart the server."),
        ("サーバーが応答しない。", "The server does not respond."),
        ("サーバーを止める。", "Stop the server."),
        ("メールサーバーを設定する。", "Set up the mail servers."),
    ]
    found = entry(extract(pairs), "メールサーバー").en[0]
    assert (found.text, [form.text for form in found.forms]) == ("mail server", ["mail servers"])


def test_spellings_are_one_term(manual: Termbase) -> None:
    server = entry(manual, "サーバー")
    assert [(form.text, form.count) for form in server.variants] == [("サーバ", 1)]
    assert (server.units, server.en[0].text) == (3, "server")


def test_compounds_are_terms(manual: Termbase) -> None:
    assert entry(manual, "引数リスト").en[0].text == "argument list"


FILES = (
    ("ファイルの一覧を返す。", "It returns the list of files."),
    ("ファイルの一覧を開く。", "Open the list of files."),
)
ALL_FILES = ("すべてのファイルを返す。", "It returns all files."), ("すべてのファイルを開く。", "Open all files.")
KENKUN = (("建勲神社正面に立つ。", "They stand in front of Kenkun-jinja Shrine."),)
YOSHINO = (("吉野の金峯山に登った。", "He climbed Mt. Kinpusen in Yoshino."),)
SOURCES = (
    ("ソース配布物を作る。", "Make a source distribution."),
    ("ソース配布物を読む。", "Read the source distribution."),
    ("ソース配布を始める。", "Begin the source distribution."),
)
SERIAL = ("直列化を始める。", "Start the serialization."), ("直列化を止める。", "Stop the serialization.")
NOTO = (("能登半島周辺を調べた。", "They studied the Noto Peninsula."),)
PARSER = ("パーサー内を調べる。", "Look into the parser."), ("パーサーを作る。", "Make a parser.")
#: What kind of phrase, the pairs, it, and its rendering; "" if it is no term.
PHRASES = [
    ("a name and a suffix", (("毛利氏は安芸を治めた。", "The Mori clan ruled Aki."),), "毛利氏", "Mori clan"),
    ("nouns joined by の, twice", FILES, "ファイルの一覧", "list of files"),
    ("nouns joined by の, once", FILES[:1], "ファイルの一覧", ""),
    (
        "a name joined by の, once",
        (("桶狭間の戦いで敗れた。", "He lost the Battle of Okehazama."),),
        "桶狭間の戦い",
        "Battle of Okehazama",
    ),
    ("how many", ALL_FILES, "すべてのファイル", ""),
    ("a name and its place", YOSHINO, "吉野の金峯山", ""),
    ("a name whose place is in the text", YOSHINO, "金峯山", "Mt. Kinpusen"),
    ("a compound that is rarer without its suffix", SOURCES, "ソース配布物", "source distribution"),
    ("such a compound without its suffix", SOURCES, "ソース配布", ""),
    ("a word that stands for a longer one alone", SERIAL, "直列", ""),
    ("such a longer word", SERIAL, "直列化", "serialization"),
    ("a word with a suffix that adds nothing", PARSER, "パーサー内", ""),
    ("a word of the dictionary with a suffix, once", NOTO, "能登半島周辺", ""),
    ("such a word", NOTO, "能登半島", "Noto Peninsula"),
    (
        "a compound in a longer one and by itself",
        (
            ("公式文書以外を集めた。", "They collected what is not official documents."),
            ("公式文書を集めた。", "They collected official documents."),
        ),
        "公式文書",
        "official documents",
    ),
    (
        "a compound in a longer one alone",
        (("引数リストの長さ", "The length of the argument list"),) * 2,
        "リストの長さ",
        "",
    ),
    ("a name whose suffix is joined to it by a hyphen", KENKUN, "建勲神社", "Kenkun-jinja Shrine"),
    (
        "a name with its suffix in both languages",
        (("平城宮遺跡を訪れた。", "He visited the Heijo-kyu Palace site."),),
        "平城宮",
        "Heijo-kyu Palace",
    ),
    ("the suffix of such a name alone", KENKUN, "神社", ""),
    (
        "a compound whose last part ends no compound",
        (("東京国立博物館に所蔵される。", "It is kept at the Tokyo National Museum."),),
        "東京国立",
        "",
    ),
    ("words that stand apart", (("毛利氏が来た。", "Mori came, and the clan too."),), "毛利氏", ""),
]


@pytest.mark.parametrize(("pairs", "ja", "en"), [row[1:] for row in PHRASES], ids=[row[0] for row in PHRASES])
def test_phrases(pairs: tuple[tuple[str, str], ...], ja: str, en: str) -> None:
    found = {entry.ja: entry.en[0].text for entry in extract(pairs)}
    assert found
    assert found.get(ja, "") == en


SENTENCES = [
    ("{}を印刷する。", "Print the {}."),
    ("この{}を開く。", "Open this {}."),
    ("{}が古い。", "The {} is old."),
    ("次の{}", "Next {}"),
    ("{}", "{}"),
    ("すべての{}を削除する。", "Delete every {}."),
]


@pytest.mark.parametrize("row", params(rows("extraction_associations.tsv"), lambda row: row["label"]))
def test_the_whole_bitext_shows_how_terms_are_rendered(row: Mapping[str, str]) -> None:
    """The text of a row and each of its parts are in every sentence, with their English."""
    words = [(row["text"], row["english"]), *(part.split(" = ") for part in row["parts"].split("; "))]
    found = extract((ja.format(term), en.format(english)) for term, english in words for ja, en in SENTENCES)
    renderings = {entry.ja: [rendering.text for rendering in entry.en] for entry in found}
    assert renderings
    assert renderings.get(row["compound"], [])[:1] == [row["expected"]] * bool(row["expected"])


@pytest.mark.parametrize(("times", "renderings"), [(2, ["string"]), (1, ["string", "text string"])])
def test_words_that_are_rarely_added_to_the_usual_rendering_do_not_belong_to_it(
    times: int, renderings: list[str]
) -> None:
    pairs = [(ja.format("文字列"), en.format("string")) for ja, en in SENTENCES] * times
    found = extract([*pairs, ("文字列を渡す。", "Pass a text string.")])
    assert [rendering.text for rendering in entry(found, "文字列").en] == renderings


NO_TERMS = ["2024年3月", "必要", "場合", "二つ", "二台", "もの", "この"]


@pytest.mark.parametrize("ja", NO_TERMS)
def test_dates_numbers_and_everyday_words_are_none(ja: str, manual: Termbase) -> None:
    assert len(manual) >= 5
    assert ja not in {entry.ja for entry in manual}


@pytest.mark.parametrize(
    ("en", "renderings"),
    [("Open the class :class:`{}`.", ["class"]), ("Open :class:`{}`.", []), ("Open <class>{}</class>.", [])],
)
def test_markup_renders_nothing(en: str, renderings: list[str]) -> None:
    pairs = [("クラスを開く。", en.format(name)) for name in ("dict", "list", "tuple")]
    assert [rendering.text for entry in extract(pairs).entries for rendering in entry.en] == renderings


@pytest.mark.parametrize(
    "en", ["Restart the ｗｅｂ　ｓｅｒｖｅｒ.", "Restart the web&nbsp;server.", "Restart the web\nserver."]
)
def test_renderings_have_plain_letters_and_spaces(en: str) -> None:
    assert [entry.en[0].text for entry in extract([("ウェブサーバーを再起動する。", en)]) if "サーバー" in entry.ja][
        :1
    ] == ["web server"]


def test_the_best_come_first(manual: Termbase) -> None:
    order = [entry.termhood for entry in manual]
    assert order == sorted(order, reverse=True)
    assert {entry.ja for entry in manual.entries[:2]} == {"引数", "サーバー"}
    for one in manual:
        chances = [rendering.score for rendering in one.en]
        assert chances == sorted(chances, reverse=True)
        assert all(0.5 <= chance < 1 for chance in chances)


def test_a_term_that_is_rendered_consistently_comes_before_one_that_is_not() -> None:
    pairs = [
        *(
            (f"構文{rest}", f"{en} the syntax.")
            for rest, en in (("を調べる。", "Check"), ("を読む。", "Read"), ("だ。", "It is"))
        ),
        ("要素を調べる。", "Check the item."),
        ("要素を読む。", "Read the element."),
        ("要素だ。", "It is the component."),
    ]
    found = extract(pairs)
    assert entry(found, "構文").units == entry(found, "要素").units
    assert [one.ja for one in found if one.ja in {"構文", "要素"}] == ["構文", "要素"]


def test_a_jsonl_file_of_terms_is_read_as_the_same_glossary(tmp_path: Path) -> None:
    found = extract([("サーバーの設定", "server settings"), ("サーバの障害", "server failure")])
    found.write(tmp_path / "terms.jsonl")
    assert Glossary.read(tmp_path / "terms.jsonl") == found.glossary()
    assert found.glossary()["サーバー"].note.startswith("×2; also ")


EMPERORS = [
    ("孝謙天皇が即位した。", "Emperor Koken ascended the throne."),
    ("孝謙天皇の命令である。", "It was ordered by Emperor Koken."),
    ("孝謙天皇に仕えた。", "He served Emperor Koken."),
    ("鎌倉時代に建てられた。", "It was built in the Kamakura period."),
    ("鎌倉幕府が滅びた。", "The Kamakura bakufu fell."),
    ("鎌倉に住んだ。", "He lived in Kamakura."),
    ("政策が変わった。", "The policy changed."),
    ("政策を批判した。", "He criticized the policy."),
    ("政策の結果である。", "It is a result of the policy."),
    ("歌舞伎を見た。", "He watched kabuki."),
    ("歌舞伎が好きだ。", "He likes kabuki."),
    ("歌舞伎の歴史", "The history of kabuki"),
]


@pytest.mark.parametrize(
    ("first", "then", "label"),
    [
        ("孝謙天皇", "孝謙", "a piece that has no occurrence of its own"),
        ("鎌倉", "孝謙", "a name that occurs by itself, and in several longer ones"),
        ("孝謙天皇", "政策", "a common word that recurs as often as a name"),
        ("歌舞伎", "政策", "a common word that English has from Japanese"),
    ],
    ids=lambda value: value if value.isascii() else "",
)
def test_pieces_and_common_words_come_later(first: str, then: str, label: str) -> None:
    order = [found.ja for found in extract(EMPERORS)]
    assert order.index(first) < order.index(then)


@pytest.mark.parametrize(
    ("first", "then"),
    [("境界条件", "ルチル"), ("収縮期血圧", "コホート"), ("ドーパミン", "境界条件"), ("コホート", "胚")],
)
def test_of_equals_the_longer_comes_first_in_any_script(first: str, then: str) -> None:
    renderings = {"ルチル": "rutile", "境界条件": "boundary condition", "コホート": "cohort", "ドーパミン": "dopamine"}
    renderings |= {"収縮期血圧": "systolic blood pressure", "胚": "embryo"}
    pairs = [(f"{ja}を調べた。", f"The {en} was examined.") for ja, en in renderings.items()]
    found = [entry.ja for entry in extract(pairs)]
    assert found.index(first) < found.index(then)


def test_examples_show_both_sides(manual: Termbase) -> None:
    shown = [(one, example) for one in manual for example in one.examples]
    assert len(shown) >= len(manual)
    for one, example in shown:
        assert (example.ja, example.en) == MANUAL[int(example.unit) - 1]
        assert example.term.text in {one.ja, *(form.text for form in one.variants)}
        assert example.term.text == example.ja[example.term.start : example.term.end]
        assert example.rendering.text == example.en[example.rendering.start : example.rendering.end]


def test_examples_of_long_texts_are_cut() -> None:
    (shown,) = entry(
        extract([("前。" * 200 + "桜島が噴火した。", "Before. " * 200 + "Sakurajima erupted.")]), "桜島"
    ).examples
    assert len(shown.ja) < 300
    assert shown.ja[shown.term.start : shown.term.end] == "桜島"
    assert shown.en[shown.rendering.start : shown.rendering.end] == "Sakurajima"


def test_units_keep_their_names() -> None:
    units = [
        Unit("桜島が噴火した。", "Sakurajima erupted.", "news#1"),
        Unit("桜島の火口", "the crater of Sakurajima", "news#2"),
    ]
    assert {example.unit for example in entry(extract(units), "桜島").examples} == {"news#1", "news#2"}


@pytest.mark.parametrize(
    ("settings", "gone", "kept"),
    [
        ({"known": {"サーバ": "server"}}, "サーバー", "引数"),
        ({"known": Glossary.of({"引数": "argument"})}, "引数", "引数リスト"),
        ({"stop": ["引数"]}, "引数", "サーバー"),
        ({"min_count": 2}, "引数リスト", "引数"),
        ({"min_score": 0.995}, "長さ", "引数"),
    ],
)
def test_what_is_left_out(settings: dict[str, Any], gone: str, kept: str) -> None:
    terms = {entry.ja for entry in extract(MANUAL, **settings)}
    assert gone not in terms
    assert kept in terms


def test_a_glossary_of_the_aligner_is_trusted() -> None:
    pairs = [("匿流を調べる。", "They look into ghost gangs."), ("匿流の仕業", "the work of a ghost gang")]
    aligner = Aligner(glossary={"匿流": "ghost gang"}, min_score=0.1)
    assert entry(extract(pairs, aligner=aligner), "匿流").en[0].text == "ghost gang"


def test_processes_change_nothing(manual: Termbase) -> None:
    assert extract(iter(MANUAL), n_process=2) == manual


def test_a_file_is_read(tmp_path: Path, manual: Termbase) -> None:
    write_pairs(tmp_path / "manual.tmx", MANUAL)
    found = extract(tmp_path / "manual.tmx")
    assert [entry.ja for entry in found] == [entry.ja for entry in manual]


def test_nothing_gives_nothing() -> None:
    assert len(extract([])) == len(extract([("", ""), ("雨。", "")])) == 0


BAD: list[tuple[Any, type[Exception], str]] = [
    ([("引数", b"argument")], TypeError, "pair 0: en is bytes"),
    (["引数"], TypeError, "pair 0 must be"),
    ([("引数", "argument"), None], TypeError, "pair 1 must be"),
    (7, TypeError, "pairs must be an iterable"),
    ({"引数": "argument"}, TypeError, "pair 0 must be"),
]


@pytest.mark.parametrize(("pairs", "error", "message"), BAD)
def test_what_are_no_pairs_is_refused(pairs: Iterable[tuple[str, str]], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        extract(pairs)


@pytest.mark.parametrize("settings", [{"min_score": 2}, {"min_count": 0}, {"examples": -1}])
def test_what_are_no_settings_is_refused(settings: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="must be"):
        extract([], **settings)


@settings(max_examples=20)
@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20)) | st.sampled_from(MANUAL), max_size=6))
def test_any_texts(pairs: list[tuple[str, str]]) -> None:
    """Whatever the texts: counts agree, and examples slice back."""
    for one in extract(pairs):
        assert 1 <= one.units <= len(pairs)
        assert one.units <= one.count
        assert one.termhood > 0
        assert one.en
        assert all(form.count > 0 for form in one.variants)
        for example in one.examples:
            assert example.term.text == example.ja[example.term.start : example.term.end] != ""
            assert example.rendering.text == example.en[example.rendering.start : example.rendering.end] != ""


def test_labels_are_cited_in_lower_case_and_names_are_not() -> None:
    pairs = [
        ("既定の配置", "Default Layout"),
        ("既定の配置を選ぶ。", "Default layout is chosen."),
        ("配置は既定です。", "The layout is the default."),
        ("桜島", "Sakurajima"),
        ("桜島の噴火", "Eruption of Sakurajima"),
        ("噴火する。", "There is an eruption."),
    ]
    renderings = {entry.ja: entry.en[0].text for entry in extract(pairs)}
    assert (renderings["桜島"], renderings["配置"], renderings["噴火"]) == ("Sakurajima", "layout", "eruption")


def test_the_signs_of_access_keys_are_left_out() -> None:
    pairs = [("仕入先を検索(_V)", "Find _vendor"), ("仕入先(_V)", "Ve_ndor"), ("仕入先", "Vendor")]
    assert [(each.ja, each.en[0].text) for each in extract(pairs)][:1] == [("仕入先", "vendor")]
    assert not any("_" in form.text for each in extract(pairs) for one in each.en for form in one.forms)
