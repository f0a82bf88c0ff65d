"""A list of terms held against an English text: every mention of each, as links in the caller's own offsets."""

from collections.abc import Collection, Iterable, Sequence

from termalign.alignment import Alignment
from termalign.english import EnglishText
from termalign.evidence.bitext import Bitext
from termalign.evidence.gather import Gatherer
from termalign.evidence.match import Matcher
from termalign.evidence.term_cache import TermCache
from termalign.linking import link
from termalign.model import Link
from termalign.termlist import TermList
from termalign.termlist.among_terms import among_terms
from termalign.termlist.found import Found
from termalign.termlist.gatherer import ListGatherer
from termalign.termlist.listed import ListedAlignment, found_among, found_in, line_spans


def align_list(
    terms: TermList | list[str],
    en: str,
    matchers: Sequence[Matcher],
    kinds: Collection[str] | None,
    cache: TermCache,
    threshold: float,
) -> Alignment:
    """Every mention of the terms of a list, prepared or not.

    Parameters
    ----------
    matchers, kinds
        As for `Gatherer`.
    cache : TermCache
        Where analyses are kept.
    threshold : float
        The least score of a link.
    """
    bitext = Bitext(EnglishText(en), cache.lexicon)
    if isinstance(terms, TermList):
        terms.check(cache.lexicon)
        lister = ListGatherer(bitext, matchers, kinds)
        found = found_in(terms, lister, cache, threshold)
        return ListedAlignment(terms, en, _links(found, lister, terms.ja, en))
    gatherer = Gatherer(bitext, matchers, kinds)
    ja = "\n".join(terms)
    links = _links(found_among(terms, gatherer, cache, threshold), gatherer, ja, en)
    linked = {one.ja.start for one in links}
    unaligned = tuple(span for span in line_spans(ja, terms) if span.start not in linked)
    return Alignment(ja, en, links, unaligned, "terms")


def _links(found: Iterable[Found], gatherer: Gatherer, ja: str, en: str) -> tuple[Link, ...]:
    among = among_terms(found, gatherer.bitext.english)
    links = [link(c, term.folded, term.start, gatherer, ja, en) for term in among for c in term.mentions]
    return tuple(sorted(links, key=lambda one: (one.ja.start, one.en.start)))
