"""English verbs that belong to a verb of the Japanese are no rendering of a noun beside it; nor are affixes terms."""

import pytest

from termalign import align


@pytest.mark.parametrize(
    ("ja", "en", "not_linked"),
    [
        ("私は他の家族に共感すると感じた。", "I felt that I can relate to other families.", ("共感", "felt")),
        ("牛みたいと言ってることからヒントを得た。", "They say they feel like cows.", ("ヒント", "say")),
        ("学生達に提供する。", "They deliver it to their pupils.", ("達", "deliver")),
        ("死亡者数が 1,000 人に達する。", "Meanwhile, the death toll could reach the thousands.", ("1", "Meanwhile")),
        ("同グループは発表した。", "The said group made it known.", ("同", "said")),
    ],
)
def test_no_link(ja: str, en: str, not_linked: tuple[str, str]) -> None:
    assert not_linked not in [(found.ja.text, found.en.text) for found in align(ja, en)]


@pytest.mark.parametrize(
    ("ja", "en", "link"),
    [
        ("警察は事件を発表した。", "Police said there was an incident.", ("発表", "said")),
        ("学生達に提供する。", "They deliver it to their pupils.", ("学生", "pupils")),
        ("AMの意味はある。", "The AM has a meaning.", ("AM", "AM")),
        ("Bootsのような店", "Shops like Boots", ("店", "Shops")),
    ],
)
def test_link(ja: str, en: str, link: tuple[str, str]) -> None:
    assert link in [(found.ja.text, found.en.text) for found in align(ja, en)]
