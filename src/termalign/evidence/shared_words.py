"""A word that English says once and the Japanese twice: 国家|安全保障|戦略, *National Security* Strategy."""

from collections.abc import Sequence

from termalign.evidence.composition import Place

_FIRM = 0.8


def with_shared_words(group: Sequence[Place], places: Sequence[Place]) -> list[Place]:
    """The places of a phrase, with those of parts beside them whose one word is within a longer rendering.

    Parameters
    ----------
    group : sequence of Place
        Parts that stand together, in English order.
    places : sequence of Place
        Where every part of the term stands.
    """
    longer = [p for p in group if p.j - p.i > 1 and p.kind == "gloss"]
    if not longer:
        return list(group)
    covered = {k for p in group for k in range(p.a, p.b)}
    found = list(group)
    for p in places:
        able = p.j - p.i == 1 and p.kind == "gloss" and p.strength >= _FIRM and covered.isdisjoint(range(p.a, p.b))
        if able and any(o.i <= p.i < o.j and p.b == o.a for o in longer):
            found.append(p)
            covered.update(range(p.a, p.b))
    return sorted(found) if len(found) > len(group) else found
