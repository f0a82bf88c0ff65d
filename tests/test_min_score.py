"""A higher `min_score` leaves links out, a lower one adds some, and neither changes any."""

import pytest
from samples import PAIRS

from termalign import Aligner, Link
from termalign.model import TextSituation

USUAL = Aligner()
TEXTS = [
    (
        "受領当事者は、秘密情報を善良な管理者の注意をもって管理しなければならない。",
        "The Receiving Party shall manage the Confidential Information with the due care of a prudent manager.",
    ),
    (
        "東洋ケミカル株式会社において、代表取締役 佐藤健一が署名した。",
        "At Toyo Chemical Co., Ltd., Kenichi Sato, Representative Director, signed it.",
    ),
    (
        "警察庁は、特殊詐欺の被害が過去最悪の721億円に上ったと発表した。",
        "Losses from special fraud hit a record ¥72.1 billion, the National Police Agency (NPA) said.",
    ),
]


def place(link: Link) -> tuple[int, int, int, int, float]:
    return link.ja.start, link.ja.end, link.en.start, link.en.end, link.score


@pytest.mark.parametrize("least", [0.5, 0.6, 0.8, 0.95])
@pytest.mark.parametrize(("ja", "en"), TEXTS)
def test_links_of_a_text(ja: str, en: str, least: float) -> None:
    expected = [place(link) for link in USUAL.align(ja, en) if link.score >= least]
    assert [place(link) for link in Aligner(min_score=least).align(ja, en)] == expected


@pytest.mark.parametrize("situation", ["translation", "terms", "both"])
@pytest.mark.parametrize("least", [0.5, 0.8, 0.95])
def test_links_of_texts_read_in_any_way(situation: TextSituation, least: float) -> None:
    strict = Aligner(min_score=least)
    for pair in [*TEXTS, *PAIRS]:
        usual, found = (aligner.align(*pair, situation=situation) for aligner in (USUAL, strict))
        assert list(found) == [link for link in usual if link.score >= least]
        assert set(usual.unaligned) <= set(found.unaligned)


def test_unlikelier_links_fill_what_is_left() -> None:
    counts = []
    for ja, en in [*TEXTS, *PAIRS]:
        aligners = (USUAL, Aligner(min_score=0.2), Aligner(min_score=0.0))
        usual, more, all_of_them = ({place(x) for x in a.align(ja, en, situation="translation")} for a in aligners)
        assert usual <= more <= all_of_them
        counts.append((len(usual), len(all_of_them)))
    few, many = map(sum, zip(*counts, strict=True))
    assert 0 < few < many


@pytest.mark.parametrize("least", [0.6, 0.9])
def test_links_of_a_list(least: float) -> None:
    terms = ["警察庁", "特殊詐欺", "過去最悪", "721億円"]
    expected = [place(link) for link in USUAL.align(terms, TEXTS[2][1]) if link.score >= least]
    assert [place(link) for link in Aligner(min_score=least).align(terms, TEXTS[2][1])] == expected
