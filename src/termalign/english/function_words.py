"""Closed-class words: they hold phrases together, and render nothing on their own."""

ARTICLES = frozenset({"a", "an", "the"})

#: What stands before a noun instead of an article.
DETERMINERS = ARTICLES | {"my", "our", "your", "his", "her", "its", "their", "one's", "one’s", "this", "that"}

PREPOSITIONS = frozenset(
    "of in on at to for from by with as into onto upon over under about after before between among through during "
    "against within without toward towards via per across along around near off out up down".split()
)

PRONOUNS = frozenset(
    "i me my we us our ours you your yours he him his she her hers it its they them their theirs this that these "
    "those who whom whose which what there here itself himself herself themselves".split()
)

AUXILIARIES = frozenset(
    "be is are was were been being am have has had having do does did doing done will would shall should can could may "
    "might must ought".split()
)

CONJUNCTIONS = frozenset(
    "and or but nor so yet if than then when while because although though since unless whether".split()
)

#: Words that join two phrases, or two words of a phrase.
JOINING = frozenset({"and", "or"})

PARTICLES = frozenset(
    "not no n't also too very just only even such both either neither each please 's s t re ve ll d m "
    "according wherein whereby thereof therein thereby thereto thereon herein hereby hereof hereto".split()
)

#: Adverbs that join sentences.
LINKING_ADVERBS = frozenset(
    "however therefore moreover furthermore meanwhile nevertheless nonetheless otherwise hence thus instead thereafter "
    "afterwards besides indeed perhaps rather still therewith".split()
)

FUNCTION_WORDS = ARTICLES | PREPOSITIONS | PRONOUNS | AUXILIARIES | CONJUNCTIONS | PARTICLES

#: Words that may separate the parts of a rendered compound: Office *for the* Information Analysis *of* …
COMPOUND_LINKERS = frozenset({"of", "the", "for", "and", "a", "an", "in", "no", "or", "based"})
