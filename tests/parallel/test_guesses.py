"""English verbs that belong to a verb of the Japanese are no rendering of a noun beside it; nor are affixes terms."""

import pytest

from termalign import align


@pytest.mark.parametrize(
    ("ja", "en", "not_linked"),
    [
        ("私は他の家族に共感すると感じた。", "I felt that I can relate to other families.", ("共感", "felt")),
        ("牛みたいと言ってることからヒントを得た。", "They say they feel like cows.", ("ヒント", "say")),
        ("事業から撤退すると報告した。", "She took to Instagram to announce she is quitting.", ("事業", "took")),
        ("学生達に提供する。", "They deliver it to their pupils.", ("達", "deliver")),
        ("フューリク氏は準備ができた。", "Furyk said he was ready.", ("氏", "he")),
        ("自分も使うと思う。", "I would use one.", ("自分", "I")),
        ("同氏は怖気づいた。", "He felt afraid.", ("同氏", "He")),
        ("死亡者数が 1,000 人に達する。", "Meanwhile, the death toll could reach the thousands.", ("1", "Meanwhile")),
        ("リアルな存在だった。", "He was so real.", ("存在", "was")),
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


def test_part_of_a_gloss_leaves_a_verb_its_word() -> None:
    ja, en = "互いの名前を知らないと発表した。", "They said that they did not know each other's names."
    assert ("発表", "know") not in [(link.ja.text, link.en.text) for link in align(ja, en)]
