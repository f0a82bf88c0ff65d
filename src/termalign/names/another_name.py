"""English names that share a part with a Japanese name, but name somebody else: *Kyushu Railway* for 九州電力."""

from collections.abc import Sequence, Set

from termalign.names.japanese_side import OrganisationName, Segment, common_nouns
from termalign.names.laying import Laying


def is_another(name: OrganisationName, laying: Laying, words: Set[int], closed: bool) -> bool:
    """Return whether the English name with which a Japanese name was aligned is that of another organisation.

    It is in any of these cases:

    - the English has the names of two companies: *Osaka* Gas Co. and Kyushu *University*;
    - the two share only a common noun, and the Japanese is a name without a legal form: *Holdings* for 山王ホールディングス;
    - they share one part, and each has another part besides: 九州電力 ~ *Kyushu Railway*;
    - they share one part, a legal form follows it, and a word is missing that English would spell: 東芝テック ~ *Toshiba
      Corp.*

    ``words`` are the words of the match, counted as those of the laying, and ``closed`` says whether they end in a legal form.
    """
    there = [laying.units[k].word for x in laying.laid for k in range(x.i, x.j)]
    if any(unit.kind == "form" and min(there) < unit.word < max(there) for unit in laying.units):
        return True  # a legal form in the middle: two companies
    laid = {k for x in laying.laid for k in range(x.a, x.b)}
    left = [segment for k, segment in enumerate(name.singles) if k not in laid]
    if not left:
        return False
    if all(name.singles[k].common for k in laid):
        # If both have a legal form, the match is kept, weak as it is: otherwise one composed of the same two words would be
        # chosen, and seem likelier.
        return not name.has_form and not all(segment.common for segment in left)
    return len(laying.laid) == 1 and _each_says_more(left, laying, words, closed)


def _each_says_more(left: Sequence[Segment], laying: Laying, words: Set[int], closed: bool) -> bool:
    """Return whether names that share one part differ in the others.

    They differ if each has another part besides. They also differ if the English has none and ends in a legal form, while a
    part in kana, which English would spell, is `left` of the Japanese.
    """
    said = {k for x in laying.laid for k in range(x.i, x.j)}
    besides = [
        unit
        for k, unit in enumerate(laying.units)
        if k not in said and unit.word in words and unit.kind in ("common", "other")
    ]
    return any(map(_says_more, left)) if besides else closed and any(segment.kana for segment in left)


def _says_more(segment: Segment) -> bool:
    """Return whether a part that the English lacks says what the business is; 工業 does not."""
    vague = len(common_nouns().get(segment.bare, ())) > 3  # a word with so many renderings says little
    return len(segment.bare) > 1 and not vague and bool(segment.phrases or segment.kana)
