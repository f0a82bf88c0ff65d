"""Terms of a glossary in a text: one term each, rendered as a whole or not at all."""

import pytest

from termalign import Aligner, Glossary
from termalign.formats import GlossaryEntry


@pytest.mark.parametrize(
    ("glossary", "ja", "en", "links", "unaligned"),
    [
        pytest.param(
            {"個人情報の保護に関する法律": "Act on the Protection of Personal Information"},
            "個人情報の保護に関する法律を遵守する。",
            "Comply with the Act on the Protection of Personal Information.",
            {"個人情報の保護に関する法律": "Act on the Protection of Personal Information"},
            [],
            id="particles and a verb inside",
        ),
        pytest.param(
            {"善良な管理者の注意": "due care of a prudent manager"},
            "秘密情報を善良な管理者の注意をもって管理しなければならない。",
            "shall manage the Confidential Information with the due care of a prudent manager.",
            {"善良な管理者の注意": "due care of a prudent manager", "管理": "manage"},
            [],
            id="a word of it stands outside, too",
        ),
        pytest.param(
            {"非常停止ボタン": "emergency stop button"},
            "非常停止ボタンを押すと、可動部が直ちに停止します。",
            "Pressing the E-stop immediately stops all moving parts.",
            {"可動部": "moving parts", "停止": "stops"},
            ["非常停止ボタン"],
            id="not as the glossary has it",
        ),
        pytest.param(
            {"個人情報の保護に関する法律": "APPI"},
            "個人情報の保護に関する法律を守る。",
            "Obey the rules.",
            {},
            ["個人情報の保護に関する法律"],
            id="not rendered",
        ),
        pytest.param(
            {"契約": "contract"},
            "契約書に署名した。",
            "He signed the agreement.",
            {"契約書": "agreement"},
            ["契約"],
            id="a part of a longer word",
        ),
        pytest.param(
            {"ファン": "fan"},
            "ファン待望の新作が発売された。",
            "The long-awaited new title went on sale.",
            {},
            ["ファン"],
            id="a part of a compound that is not rendered",
        ),
        pytest.param(
            {"大統領": "president"},
            "トランプ大統領が演説した。",
            "President Trump gave a speech.",
            {},
            [],
            id="a part of a compound that is rendered",
        ),
        pytest.param(
            {"大統領": "president"},
            "トランプ大統領が演説した。",
            "Trump gave a speech.",
            {},
            ["大統領"],
            id="a part of a compound of which the rest is rendered",
        ),
        pytest.param(
            {"バー": "bar", "プロ": "pro"},
            "メンバーはプロジェクトを始めた。",
            "The members started the project.",
            {"メンバー": "members", "プロジェクト": "project"},
            [],
            id="inside another word",
        ),
        pytest.param(
            {"サーバー": "host machine", "引っ越し": "relocation service"},
            "サーバの引越は明日です。",
            "The relocation service for the host machine is tomorrow.",
            {"サーバ": "host machine", "引越": "relocation service"},
            [],
            id="in another spelling",
        ),
    ],
)
def test_terms_of_a_glossary(
    glossary: dict[str, str], ja: str, en: str, links: dict[str, str], unaligned: list[str]
) -> None:
    found = Aligner(glossary=glossary).align(ja, en)
    said = {link.ja.text: link.en.text for link in found}
    assert links.items() <= said.items()
    assert [span.text for span in found.unaligned if span.text in glossary] == unaligned
    for term in glossary:
        start = ja.find(term)
        if term not in said and start >= 0 and unaligned:
            assert not [link for link in found if start <= link.ja.start and link.ja.end <= start + len(term)]


HOUSE_STYLE = Glossary(
    (
        GlossaryEntry("特別展", ("special exhibition",)),
        GlossaryEntry("企画展", ("thematic exhibition",)),
        GlossaryEntry("館長", ("director",), forbidden=("museum head", "curator")),
        GlossaryEntry("学芸員", ("curator",)),
        GlossaryEntry("データ型", ("data type",), forbidden=("type",)),
        GlossaryEntry("サーバー", ("server",), forbidden=("host",)),
        GlossaryEntry("神輿", ("portable shrine",)),
        GlossaryEntry("お神輿", ("portable shrine",)),
    )
)


@pytest.mark.parametrize(
    ("term", "ja", "en", "rendering"),
    [
        ("館長", "館長が語る。", "The curator spoke.", None),
        ("館長", "館長が語る。", "The director spoke.", "director"),
        ("館長", "館長と学芸員が語る。", "The director and the curator spoke.", "director"),
        ("学芸員", "館長と学芸員が語る。", "The director and the curator spoke.", "curator"),
        ("データ型", "データ型を選ぶ。", "Choose the data type.", "data type"),
        ("サーバ", "サーバを選ぶ。", "Choose the host.", None),
        ("ホスト", "ホストを選ぶ。", "Choose the host.", "host"),
        ("企画展", "企画展が始まる。", "The special exhibition opens.", "special exhibition"),
    ],
)
@pytest.mark.parametrize("is_picked", [False, True])
def test_a_forbidden_rendering_is_never_linked(
    term: str, ja: str, en: str, rendering: str | None, is_picked: bool
) -> None:
    found = Aligner(glossary=HOUSE_STYLE).align(ja, en, terms=[term] if is_picked else None, situation="translation")
    assert found.renderings().get(term, [None]) == [rendering]
    assert (term in [span.text for span in found.unaligned]) == (rendering is None)


def test_a_list_follows_the_glossary() -> None:
    """Neither a forbidden rendering nor that of another term is taken, but spellings may share one."""
    en = "The special exhibition opens. A curator and a host carried the portable shrine."
    found = Aligner(glossary=HOUSE_STYLE).align([*[entry.ja for entry in HOUSE_STYLE], "ホスト"], en).renderings()
    assert found == {
        "特別展": ["special exhibition"],
        "学芸員": ["curator"],
        "神輿": ["portable shrine"],
        "お神輿": ["portable shrine"],
        "ホスト": ["host"],
    }


@pytest.mark.parametrize(
    ("glossary", "terms", "en"),
    [
        ({"入館料": "admission"}, ["入館料"], "Students are admitted free."),
        ({"山車": "festival float"}, ["山車"], "The annual festival is in August."),
        ({"関数": "function"}, ["関数"], "It is functional."),
    ],
)
def test_only_a_whole_rendering_comes_from_the_glossary(glossary: dict[str, str], terms: list[str], en: str) -> None:
    aligner = Aligner(glossary=glossary, min_score=0.0)
    assert not [link for link in aligner.align(terms, en) if link.kind == "glossary"]
    assert [link.kind for link in aligner.align(terms, f"The {glossary[terms[0]]}s.")][:1] == ["glossary"]
