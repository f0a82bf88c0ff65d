"""Titles that English puts before a family name: *Mr.* Koizumi, Prime *Minister* Takaichi, *pitcher* Yamamoto."""

#: Forms of address, offices, ranks, occupations and roles in court, in the singular. Written by hand.
PERSONAL_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir lady lord dame rev father sister"
    " president vice-president premier chancellor minister secretary gov governor mayor senator sen rep representative"
    " congressman lawmaker ambassador commissioner chairman chairwoman chairperson chair speaker leader chief head"
    " emperor empress king queen prince princess crown shogun"
    " judge justice attorney prosecutor lawyer defendant suspect officer inspector detective superintendent"
    " gen general adm admiral col colonel lt lieutenant maj major capt captain sgt sergeant cpl corporal pvt private"
    " ceo cfo coo executive founder owner director manager coach trainer principal editor"
    " pitcher catcher outfielder infielder slugger striker midfielder defender goalkeeper forward player golfer"
    " yokozuna ozeki sekiwake komusubi maegashira wrestler skater swimmer sprinter jockey"
    " actor actress singer author writer novelist poet painter artist architect photographer composer conductor comedian"
    " announcer reporter scientist researcher economist analyst doctor physician astronaut immunologist chemist".split()
)


def is_personal_title(word: str) -> bool:
    """Return whether a lower-case word, with or without a full stop, is a personal title.

    >>> is_personal_title("mr."), is_personal_title("kenta")
    (True, False)
    """
    return word.rstrip(".") in PERSONAL_TITLES
