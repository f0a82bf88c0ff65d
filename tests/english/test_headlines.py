"""Which lines of a text are headlines, whose capitals say nothing of names."""

import pytest
from termalign.english.headlines import in_headlines

from termalign.english import EnglishText

PAGE = """Third Robbery in a Month Shocks the Town

KOBE, Oct 01 (News On Japan) - The robbery took place on Monday.
POPULAR NEWS
The Bank of Japan Raised Its Rate."""


def _said(text: str) -> str:
    english = EnglishText(text)
    return " ".join(english.forms[k] for k in sorted(in_headlines(english)))


@pytest.mark.parametrize(
    ("text", "headlines"),
    [
        (PAGE, "Third Robbery in a Month Shocks the Town"),
        ("The Bank of Japan raised its rate\n", ""),
        ("Bank of Japan", ""),
        ("", ""),
        ("Nikkei Tops 50,000 for First Time", "Nikkei Tops 50,000 for First Time"),
        ("Bank, Shop, Bar, Pub, Inn,", ""),
    ],
)
def test_headlines(text: str, headlines: str) -> None:
    assert _said(text) == headlines
