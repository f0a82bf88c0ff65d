"""Romaji keys that ignore the length of vowels."""

from termalign.arguments import checked

SHORT = str.maketrans("āīūēō", "aiueo")
LONG_PAIRS = ("ou", "oo", "uu", "aa", "ii", "ee")


def loose(key: str) -> str:
    """Return a romaji key with all vowels short, so that joined keys of parts equal the key of the whole.

    Examples
    --------
    >>> loose("inōe"), loose("i" + "no" + "ue")
    ('inoe', 'inoe')
    """
    try:
        key = key.translate(SHORT)
    except (AttributeError, TypeError):
        checked(key, "key")
        raise
    for pair in LONG_PAIRS:
        if pair in key:
            key = key.replace(pair, pair[0])
    return key
