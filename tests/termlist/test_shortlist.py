"""What is left before it is scored would have had no link."""

from pathlib import Path

import pytest

from termalign import Aligner
from termalign.calibration import scale
from termalign.english import EnglishText
from termalign.evidence.bitext import Bitext
from termalign.evidence.gather import Gatherer
from termalign.japanese.tagger import morphemes
from termalign.termlist.base_rate import NONE_LOST
from termalign.termlist.circumstances import Circumstances
from termalign.termlist.listed import found_among
from termalign.termlist.shortlist import may_be_linked
from termalign.text import normalise

ALIGNER = Aligner()
EXAMPLES = Path(__file__).parents[2] / "examples"
#: Of several sorts, and some that are not there.
TERMS = (
    "北京 共同通信 2018年10月3日 トヨタ自動車 経済産業省 95億円 熊本県 台風 避難所 鞍馬寺 放生津橋 3割 外国人 バイト 足利義満 "
    "東京大学 東大 延暦寺 源頼朝 茶会 警察庁 匿名・流動型犯罪グループ 特殊詐欺 犯罪組織 総理大臣 1200円 電話口 憲法審査会 実施 "
    "金堂 武家 会社員"
).split()
TEXTS = {
    "article": (EXAMPLES / "article.en.txt").read_text(encoding="utf-8"),
    "news": "Toyota Motor Corp. told Kyodo News in Beijing on Oct. 3, 2018 that the Ministry of Economy, Trade and Industry "
    "(METI) spent 9.5 billion yen on a typhoon shelter in Kumamoto Prefecture; 30 percent of the guests were foreigners.",
    "history": "MINAMOTO no Yoritomo of a samurai family gave the golden hall of Enryaku-ji to Yoshimitsu ASHIKAGA; "
    "Kurama-dera Temple and the Hojotsu-bashi Bridge were closed, and a tea ceremony was held.",
}  # fmt: skip


def circumstances(bitext: Bitext) -> Circumstances:
    return Circumstances(bitext, scale("listed").score(ALIGNER.min_score), NONE_LOST)


@pytest.mark.parametrize("name", TEXTS)
def test_what_has_a_link_passes(name: str) -> None:
    """By all that speaks for it, parts of a compound among it."""
    bitext = Bitext(EnglishText(TEXTS[name]), ALIGNER.lexicon)
    gatherer, places = Gatherer(bitext), circumstances(bitext)
    linked = list(found_among(TERMS, gatherer, ALIGNER.terms, ALIGNER.min_score))
    assert linked
    for found in linked:
        (term,) = {c.term for c in found.mentions}
        matches = [m for claim in gatherer.claims(term) for m in claim.matches]
        assert may_be_linked(term, matches, bitext, places), term


@pytest.mark.parametrize("surface", ["電話口", "憲法審査会", "実施"])
def test_a_word_of_a_longer_gloss_does_not_pass(surface: str) -> None:
    """Nor does nothing at all."""
    bitext = Bitext(EnglishText("The Commission called it a title."), ALIGNER.lexicon)
    folded = normalise(surface).text
    term = ALIGNER.terms.get(folded, morphemes(folded))
    matches = Gatherer(bitext).matches(term)
    assert not may_be_linked(term, matches, bitext, circumstances(bitext))
