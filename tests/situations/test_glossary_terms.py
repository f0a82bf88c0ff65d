"""Terms of a glossary in a text: one term each, rendered as a whole or not at all."""

import pytest

from termalign import Aligner


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
