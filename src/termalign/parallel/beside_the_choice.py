"""What a translation says by its outer form, which the choice among candidates does not look at yet: titles in quotation marks,
the same abbreviation in brackets, the day of the week for that of the month, and what an encoder says of what is left over.
"""

from termalign.calibration import scale
from termalign.choice import Candidate, calibrated, greedy, place_of
from termalign.evidence.gather import Gatherer
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.parallel.leftover import leftovers
from termalign.parallel.quoted_titles import TITLE_SCORE, with_quoted_titles
from termalign.parallel.shared_short_forms import SHARED_SCORE, with_shared_short_forms
from termalign.parallel.weekdays import WEEKDAY_SCORE, told_by_weekday


def with_what_form_says(
    chosen: list[Candidate], text: JapaneseText, gatherer: Gatherer, terms: TermCache, threshold: float
) -> list[Candidate]:
    """The chosen links, and those likelier than `threshold` that form or an encoder speaks for, in Japanese order."""
    if gatherer.semantics is not None and gatherer.may_say("context"):
        least = scale("semantic").score(threshold)
        beside = greedy(leftovers(text, gatherer, terms, chosen, False, least), least)
        chosen = [*chosen, *[c for c in calibrated(beside, "semantic") if not text.is_light(c.start, c.end)]]
    if gatherer.may_say("date") and threshold <= WEEKDAY_SCORE:
        chosen = [*chosen, *told_by_weekday(text, gatherer, terms, chosen)]
    if threshold <= SHARED_SCORE:
        chosen = with_shared_short_forms(chosen, text, gatherer, terms)
    if gatherer.may_say("context") and threshold <= TITLE_SCORE:
        chosen = with_quoted_titles(chosen, text, gatherer.bitext.english, terms)
    return sorted(chosen, key=place_of)
