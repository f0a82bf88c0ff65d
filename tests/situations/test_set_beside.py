"""Terms that a dot sets beside each other in one noun run are linked one by one, unless English has them as one."""

import pytest

from termalign import align


@pytest.mark.parametrize(
    ("ja", "en", "links"),
    [
        (
            "奄美群島・トカラ列島に警報が出た。",
            "Warnings were issued for the Amami islands and the Tokara chain.",
            {("トカラ列島", "Tokara chain"), ("奄美群島", "Amami islands")},
        ),
        (
            "土佐藩士・坂本龍馬らは京都で会った。",
            "They met Sakamoto Ryoma, a samurai of the Tosa domain, in Kyoto.",
            {("坂本龍馬", "Sakamoto Ryoma")},
        ),
        pytest.param(
            "匿名・流動型犯罪グループが関与した。",
            "An anonymous, fluid crime group was involved.",
            {("匿名・流動型犯罪グループ", "anonymous, fluid crime group")},
            marks=pytest.mark.xfail(strict=True, reason="a dot parts what English has as one, too"),
        ),
    ],
)
def test_terms(ja: str, en: str, links: set[tuple[str, str]]) -> None:
    assert links <= {(link.ja.text, link.en.text) for link in align(ja, en)}
