"""What is kept of the terms that have been met."""

from termalign.japanese.tagger import morphemes
from termalign.lexicon import Lexicon
from termalign.terms.term import Term
from termalign.terms.term_cache import TermCache


def test_a_full_cache_keeps_what_filled_it_and_what_is_met_all_the_time() -> None:
    terms = TermCache(Lexicon.default(), size=2)

    def met(surface: str) -> Term:
        return terms.get(surface, morphemes(surface))

    police, tax = met("警察"), met("税金")
    met("神社")  # it is full, and starts anew with this
    assert met("警察") is police
    met("桜")
    met("寺")  # full again: nobody has asked for 税金 since
    assert met("警察") is police
    assert met("税金") is not tax
