"""What a claim at given words may score at most is never less than what it scores."""

import random
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from termalign import Aligner
from termalign.calibration import scale
from termalign.english import EnglishText
from termalign.evidence.bitext import Bitext
from termalign.evidence.gather import Claim, Gatherer
from termalign.evidence.match import Match
from termalign.japanese.tagger import morphemes
from termalign.score import scores
from termalign.termlist.base_rate import NONE_LOST, BaseRate
from termalign.termlist.circumstances import Circumstances

TEXT = """\
The new Police Agency said on Sunday that "ore-ore" scams by Anonymous and Fluid groups in New York rose by one-third.
Toyota Industries and a man from Kumamoto opened 12 shops, as the National Museum of Nature was being rebuilt.
"""
KINDS = ("gloss", "loanword", "romaji", "name", "composed", "verbatim", "clip")


@cache
def bitext() -> Bitext:
    return Bitext(EnglishText(TEXT), Aligner().lexicon)


@settings(max_examples=200)
@given(
    st.sampled_from(KINDS),
    st.floats(0.05, 0.99),
    st.floats(0.1, 0.98),
    st.integers(0, 30),
    st.integers(1, 4),
    st.sampled_from(["犯罪組織", "トヨタ工業株式会社", "熊本県警察本部", "国立自然博物館"]),
    st.sampled_from([0, 100_000]),
)
def test_no_claim_scores_more(
    kind: str, strength: float, coverage: float, i: int, size: int, surface: str, listed: int
) -> None:
    gatherer = Gatherer(bitext())
    term = Aligner().terms.get(surface, morphemes(surface))
    match = Match(i, i + size, kind, strength, coverage, (surface, "x"))
    (score,) = scores(term, [Claim(i, i + size, (match,))], gatherer.bitext.english)
    rate = BaseRate(listed)
    score = rate.lowered(score, [match], bitext().english, i, i + size, surface)
    claims = [(kind, strength * coverage)]
    circumstances = Circumstances(bitext(), max(1e-6, score - 1e-9), rate)
    assert circumstances.enough(claims, coverage, i, i + size, length=len(surface))
    assert circumstances.enough(claims, coverage, i, i + size, exact=False)


def test_one_little_word_needs_more_than_a_word_of_meaning() -> None:
    circumstances = Circumstances(bitext(), scale("listed").score(0.4), NONE_LOST)
    forms = bitext().english.forms
    as_, opened = forms.index("as"), forms.index("opened")
    assert circumstances.least_loanword(as_, as_ + 1) > circumstances.least_loanword(opened, opened + 1)


def test_lists_of_parts_are_found_like_single_terms() -> None:
    """Compounds that share parts, against the same terms one by one."""
    aligner = Aligner()
    chance = random.Random(3)
    parts = ["警察", "トヨタ", "熊本", "国立", "博物館", "店舗", "詐欺", "グループ", "日曜", "自然"]
    terms = list(dict.fromkeys("".join(chance.sample(parts, chance.choice([2, 2, 3]))) for _ in range(120)))
    prepared = aligner.align(aligner.prepare(terms), TEXT)
    plain = aligner.align(terms, TEXT)
    assert {(x.ja.start, x.en.start, x.en.end) for x in prepared} == {(x.ja.start, x.en.start, x.en.end) for x in plain}
    assert len(plain.links) >= 2
