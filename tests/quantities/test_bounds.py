"""The bound that the words around a quantity express."""

import pytest

from termalign import parse_quantities


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("20 V 以上", ["least"]),
        ("6 本 以下", ["most"]),
        ("最大 20 V", ["most"]),
        ("10 kg 超の荷物", ["above"]),
        ("3,000/µL未満", ["below"]),
        ("100 U/L以下", ["most"]),
        ("5×ULNを超える", ["above"]),
        ("60 mL/min/1.73 m2未満", ["below"]),
        ("10 L 以上 20 L 以下", ["least", "most"]),
        ("第 2 引数", [""]),
        ("幅 3 m 高さ", ["width"]),
        ("5分間高水準", [""]),
        ("18 ℃ から 28 ℃ まで", [""]),
        ("0から100まで", [""]),
    ],
)
def test_japanese(text: str, bounds: list[str]) -> None:
    assert [quantity.bound for quantity in parse_quantities(text, "ja")] == bounds


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("8 mm max.", ["most"]),
        ("8 kg min.", ["least"]),
        ("up to and including 8 mg", ["most"]),
        ("1,000/mm3 or more", ["least"]),
        ("100 U/L or less", ["most"]),
        ("18 years or older and under 75 years", ["least", "below"]),
        ("over 5 mm and up to 10 mm", ["above", "most"]),
        ("within 0.2 to 0.3 mm", [""]),
        ("from 0 to 100", [""]),
        ("8 min", [""]),
    ],
)
def test_english(text: str, bounds: list[str]) -> None:
    assert [quantity.bound for quantity in parse_quantities(text, "en")] == bounds
