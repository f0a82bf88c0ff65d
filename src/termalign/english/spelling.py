"""British and American spelling: one key for both."""

import re

# Endings that differ by rule; the guard keeps short words whole (four, our, hour, tour, pour).
_RULES = (
    (re.compile(r"(?<=[a-z]{3})isation\b"), "ization"),
    (re.compile(r"(?<=[a-z]{3})is(e|ed|es|ing)\b"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{3})yse\b"), "yze"),
    (
        re.compile(
            r"(col|hon|lab|fav|hum|rum|vap|harb|neighb|behavi|arm|fl|endeav|glam|od|rig|sav|splend|val|vig|tum|parl|cand)our"
        ),
        r"\1or",
    ),
    (
        re.compile(
            r"(trave|mode|cance|labe|leve|que|signa|tota|riva|fue|dia|due|jewe|marve|counse|pane)ll(ed|ing|er|or|ery)"
        ),
        r"\1l\2",
    ),
)
# -ise words that are not -ize words.
_KEEP = frozenset(
    "rise arise wise advise devise revise exercise surprise comprise compromise enterprise franchise disguise promise "
    "premise precise concise noise raise praise cruise bruise expertise merchandise paradise otherwise likewise treatise "
    "supervise televise improvise excise despise demise guise poise chemise tortoise porpoise cerise reprise".split()
)
_WORDS = {
    "programme": "program", "tyre": "tire", "kerb": "curb", "plough": "plow", "grey": "gray", "cheque": "check",
    "aluminium": "aluminum", "jewellery": "jewelry", "sceptical": "skeptical", "mould": "mold", "moustache": "mustache",
    "pyjamas": "pajamas", "manoeuvre": "maneuver", "storey": "story", "artefact": "artifact", "ageing": "aging",
    "judgement": "judgment", "acknowledgement": "acknowledgment", "archaeology": "archeology", "paediatric": "pediatric",
    "defence": "defense", "offence": "offense", "licence": "license", "practise": "practice", "draught": "draft",
    "foetus": "fetus", "anaesthesia": "anesthesia", "oestrogen": "estrogen", "whisky": "whiskey", "gaol": "jail",
    "fulfil": "fulfill", "enrol": "enroll", "instalment": "installment", "skilful": "skillful", "wilful": "willful",
    "catalogue": "catalog", "dialogue": "dialog", "analogue": "analog", "centre": "center", "theatre": "theater",
    "litre": "liter", "metre": "meter", "kilometre": "kilometer", "fibre": "fiber", "calibre": "caliber",
}  # fmt: skip


def american(word: str) -> str:
    """The American spelling of a lower-case `word`.

    Examples
    --------
    >>> [american(w) for w in ("organisation", "labour", "centre", "promise", "defence")]
    ['organization', 'labor', 'center', 'promise', 'defense']
    """
    if word in _WORDS:
        return _WORDS[word]
    if len(word) < 5 or word in _KEEP:
        return word
    for pattern, replacement in _RULES:
        word = pattern.sub(replacement, word)
    return word
