"""A modifier takes the head of its compound along, where neither the head nor the noun for it has a link."""

import pytest

from termalign import align

HEAD_IS_LEFT = pytest.mark.xfail(strict=True, reason="the word behind the modifier is not likely enough to be the head")


@pytest.mark.parametrize(
    ("ja", "en", "link"),
    [
        pytest.param(
            "所得制限を撤廃する方針だ。",
            "They plan to scrap the income cap.",
            ("所得制限", "income cap"),
            marks=HEAD_IS_LEFT,
        ),
        pytest.param(
            "経済的混乱に陥った。",
            "It was in an economic tailspin.",
            ("経済的混乱", "economic tailspin"),
            marks=HEAD_IS_LEFT,
        ),
        pytest.param("熱帯地方が残る。", "The tropics remain.", ("熱帯地方", "tropics"), marks=HEAD_IS_LEFT),
        (
            "災害救済活動の要だ。",
            "It is the hub of disaster relief.",
            ("災害救済活動", "disaster relief"),
        ),  # 活動 adds little
        ("政治的混乱の指導者", "The political leader", ("指導者", "leader")),  # the noun is another's
    ],
)
def test_term(ja: str, en: str, link: tuple[str, str]) -> None:
    assert link in [(found.ja.text, found.en.text) for found in align(ja, en)]
