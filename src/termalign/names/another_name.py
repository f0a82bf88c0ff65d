"""English names that share a part with a Japanese name, and are those of somebody else: *Kyushu Railway* for 九州電力."""

from collections.abc import Sequence, Set

from termalign.names.japanese_side import OrganisationName, Segment, common_nouns
from termalign.names.laying import Laying


def is_another(name: OrganisationName, laying: Laying, words: Set[int], closed: bool) -> bool:
    """Return whether an English name is another one than the Japanese on which it was laid.

    It is another one in any of these cases:

    - it consists of two companies: *Osaka* Gas Co. and Kyushu *University*;
    - the two share only a common noun, and the Japanese is a name without a legal form: *Holdings* for 山王ホールディングス;
    - they share one part, and each says something else besides: 九州電力 ~ *Kyushu Railway*;
    - they share one part, a legal form follows it, and a word that English would spell is missing: 東芝テック ~ *Toshiba Corp.*

    ``words`` are the English words of the match, and ``closed`` says whether they end in a legal form.
    """
    there = [laying.units[k].word for x in laying.laid for k in range(x.i, x.j)]
    if any(unit.kind == "form" and min(there) < unit.word < max(there) for unit in laying.units):
        return True  # of two companies
    laid = {k for x in laying.laid for k in range(x.a, x.b)}
    left = [segment for k, segment in enumerate(name.singles) if k not in laid]
    if not left:
        return False
    if all(name.singles[k].common for k in laid):
        # With a legal form on both sides, this weak match keeps a likelier one away that is composed of the same two words.
        return not name.has_form and not all(segment.common for segment in left)
    return len(laying.laid) == 1 and _each_says_more(left, laying, words, closed)


def _each_says_more(left: Sequence[Segment], laying: Laying, words: Set[int], closed: bool) -> bool:
    """Return whether names that share one part differ in the others.

    Each has another part besides; or the English has none, and ends in a legal form, and of the Japanese a word is `left` that
    English would spell.
    """
    said = {k for x in laying.laid for k in range(x.i, x.j)}
    besides = [
        unit
        for k, unit in enumerate(laying.units)
        if k not in said and unit.word in words and unit.kind in ("common", "other")
    ]
    return any(map(_says_more, left)) if besides else closed and any(segment.kana for segment in left)


def _says_more(segment: Segment) -> bool:
    """Return whether a part that the English lacks tells the business: not 工業, which names render in many ways."""
    vague = len(common_nouns().get(segment.bare, ())) > 3  # with so many renderings, it tells no business
    return len(segment.bare) > 1 and not vague and bool(segment.phrases or segment.kana)
