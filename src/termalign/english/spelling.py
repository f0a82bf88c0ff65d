"""British and American spellings, which share a key."""

import re


def _without_ligature(found: re.Match[str]) -> str:
    return found.group().replace("ae", "e").replace("oe", "e")


# Endings that differ by rule; the look-behinds exclude short words (four, our, hour, tour, pour).
_RULES = (
    (re.compile(r"(?<=[a-z]{3})isation\b"), "ization"),
    (re.compile(r"(?<=[a-z]{3})is(e|ed|es|ing)\b"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{3})ys(e|ed|es|ing)\b"), r"yz\1"),
    (re.compile(r"haem|paed|aemi|anaesth|archae|gynaec|mediaev|foet|oestr|oesoph|oedem|rrhoe"), _without_ligature),
    (
        re.compile(
            r"(col|hon|lab|fav|hum|rum|vap|harb|neighb|behavi|arm|endeav|glam|od|rig|sav|splend|val|vig|tum|parl|cand"
            r"|clam|ferv|ranc|savi|demean|succ)our"
        ),
        r"\1or",
    ),
    (
        re.compile(
            r"(trave|mode|cance|labe|leve|que|signa|tota|riva|fue|dia|due|jewe|marve"
            r"|counse|counci|pane|quarre|shove|chise|tunne|funne|chan?ne|libe|ename|equa|penci|initia|marsha|parce|peda|beve"
            r"|barre|rave|spira|swive)ll(ed|ing|er|or|ery)"
        ),
        r"\1l\2",
    ),
)
# A quick check: every word that a rule can change matches, and most words do not.
_MAY_DIFFER = re.compile("is(?:ation|e|ing)|ys(?:e|ing)|ae|oe|our|ll(?:e|ing|or)")
# -ise words that are not -ize words.
_KEEP = frozenset(
    "rise arise wise advise devise revise exercise surprise comprise compromise enterprise franchise disguise promise "
    "premise precise concise noise raise praise cruise bruise expertise merchandise paradise otherwise likewise treatise "
    "supervise televise improvise excise despise demise guise poise chemise tortoise porpoise cerise reprise "
    "surmise appraise apprise liaise marquise valise mortise incise circumcise turquoise malaise mayonnaise bourgeoise".split()
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
    "millimetre": "millimeter", "centimetre": "centimeter", "gramme": "gram", "kilogramme": "kilogram", "tonne": "ton",
    "centred": "centered", "spectre": "specter", "sombre": "somber", "lustre": "luster", "meagre": "meager", "sabre": "saber",
    "pretence": "pretense", "sceptic": "skeptic", "scepticism": "skepticism", "smoulder": "smolder", "mouldy": "moldy",
    "fulfilment": "fulfillment", "enrolment": "enrollment", "distil": "distill", "instil": "instill", "appal": "appall",
    "woollen": "woolen", "marvellous": "marvelous", "cosy": "cozy", "yoghurt": "yogurt", "sulphur": "sulfur",
    "cypher": "cipher", "despatch": "dispatch", "enquire": "inquire", "enquiry": "inquiry", "dependant": "dependent",
    "likeable": "likable", "sizeable": "sizable", "towards": "toward", "amongst": "among", "whilst": "while",
    "encyclopaedia": "encyclopedia", "cancellation": "cancelation", "worshipper": "worshiper", "analyser": "analyzer",
    "sulphuric": "sulfuric", "mum": "mom", "doughnut": "donut", "omelette": "omelet", "aeroplane": "airplane",
}  # fmt: skip


def american(word: str) -> str:
    """Return the American spelling of a lower-case `word`.

    >>> [american(w) for w in ("organisation", "labour", "centre", "promise", "defence")]
    ['organization', 'labor', 'center', 'promise', 'defense']
    """
    if word in _WORDS:
        return _WORDS[word]
    if len(word) < 5 or word in _KEEP:
        return word
    if _MAY_DIFFER.search(word) is not None:
        for pattern, replacement in _RULES:
            word = pattern.sub(replacement, word)
    return word
