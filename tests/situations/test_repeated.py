"""What English says of a term twice."""

import pytest

from termalign import align


@pytest.mark.parametrize(
    ("ja", "term", "en", "rendering"),
    [
        ("従二位に叙せられた。", "従二位", "He was granted Junii (Junior Second Rank).", "Junii"),
        ("従二位に叙せられた。", "従二位", "He was granted the Junior Second Rank (Junii).", "Junior Second Rank"),
        ("従二位に叙せられた。", "従二位", "He was granted the Junior Second Rank.", "Junior Second Rank"),
        ("火祭を見た。", "火祭", "We saw the Himatsuri [fire festival] there.", "Himatsuri"),
    ],
)
def test_the_name_before_its_explanation(ja: str, term: str, en: str, rendering: str) -> None:
    (link,) = align(ja, en, terms=[term])
    assert link.en.text == rendering


@pytest.mark.parametrize(
    ("ja", "en", "renderings"),
    [
        pytest.param(
            "サイバーパトロール班が探した。",
            "The Cyber Patrol Team, or CPT, looked for it.",
            ["Cyber Patrol Team", "CPT"],
            marks=pytest.mark.xfail(strict=True, reason="a short form behind “or” has no place beside its long form"),
        ),
        ("警察庁が発表した。", "The National Police Agency (NPA) said so.", ["National Police Agency", "NPA"]),
        ("警察庁が発表した。", "The NPA said so.", ["NPA"]),
        ("総本山が建つ。", "The sohonzan (head temple) stands there.", ["sohonzan", "head temple"]),
        ("囃子方が並ぶ。", "The hayashi-kata (musicians) sit in a row.", ["hayashi-kata", "musicians"]),
        ("奉行が裁いた。", "A bugyo (magistrate) judged the case.", ["bugyo", "magistrate"]),
        ("奉行が裁いた。", "A bugyo (a magistrate of the city) judged the case.", ["bugyo"]),  # not all of the bracket
        ("奉行が裁いた。", "A bugyo (guard) judged the case.", ["bugyo"]),
        pytest.param(
            "東京電力が認めた。",
            "Tokyo Electric Power Company Holdings (TEPCO) admitted it.",
            ["Tokyo Electric Power Company Holdings", "TEPCO"],
            marks=pytest.mark.xfail(strict=True, reason="a name that the gloss lacks the end of is not all found"),
        ),
    ],
)
def test_both_halves_of_a_definition(ja: str, en: str, renderings: list[str]) -> None:
    first = ja.partition("が")[0]
    assert [link.en.text for link in align(ja, en) if link.ja.text == first] == renderings
