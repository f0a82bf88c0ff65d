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
            [],
            id="a part of a longer word",
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
            assert not [link for link in found if start <= link.ja.start < start + len(term)]
