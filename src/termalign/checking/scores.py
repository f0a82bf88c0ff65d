"""The scores of all findings, in the order of the kinds: the probability that a finding of this sort is an error.

The score of `missing` depends on the file; its weights, in ``chances.tsv``, are fitted. The others are set by hand, in steps, by
the share of findings in real translations that were right (*False alarms by reading* in ``docs/check-accuracy.md``), except
where a comment says more.
"""

from typing import Final

# untranslated
NO_TRANSLATION: Final = 0.99
COPY_OF_JAPANESE: Final = 0.99
SWAPPED_TEXTS: Final = 0.99
IN_ANOTHER_LANGUAGE: Final = 0.97
NOT_IN_ENGLISH: Final = 0.9
NO_ORIGINAL: Final = 0.7
COPY_OF_ENGLISH: Final = 0.97  # a sentence
COPY_OF_LABEL: Final = 0.4  # one word, or what has capitals like a name: *Home*, *Apache License*
JAPANESE_LEFT: Final = 0.97
JAPANESE_QUOTED: Final = 0.3  # in brackets or quotation marks, probably on purpose
JAPANESE_PUNCTUATION: Final = 0.9
ENGLISH_LEFT: Final = 0.9
REMARK: Final = 0.95  # of a language model; one of 150,000 clean pairs has such a sentence
SENTENCE_LEFT_OUT: Final = 0.4  # translators often leave out what only leads over: *for example:*

# missing, where most of the file deviates from the glossary, or the glossary says so
GLOSSARY_IGNORED: Final = 0.9
ALWAYS_REPORTED: Final = 0.9  # at least, for a term that the glossary wants to be checked always

# forbidden
FORBIDDEN: Final = 0.97  # fewer approved renderings than occurrences of the term
FORBIDDEN_AND_LINKED: Final = 0.8  # as many, but the term is linked with the forbidden word
FORBIDDEN_BESIDE: Final = 0.4  # as many, so the forbidden word may be an everyday word
FORBIDDEN_BESIDE_JAPANESE: Final = 0.8  # the same in translations from English

# inconsistent
MOSTLY_ANOTHER: Final = 0.85  # the other rendering is more frequent than the agreed one
PARTLY_ANOTHER: Final = 0.6
TEXT_IN_TWO_WAYS: Final = 0.5

# number, date
BOTH_DIFFER: Final = 0.97  # each text has a figure that the other one lacks
WORDS_DIFFER: Final = 0.85  # one of the two is a word that may be no number
PART_OF_ANOTHER: Final = 0.85  # the number of one of the two is in the other text, as part of another figure
REVERSED: Final = 0.9  # a limit, a sign, a rise, a beginning or a share
UNLIKE: Final = 0.85  # of equal value, but of another unit, rate or place
ONLY_IN_ONE: Final = 0.7
ADDED_EXPLANATION: Final = 0.4  # translators add explanations
WITHOUT_LIMIT: Final = 0.6
LIMIT_INCLUDED: Final = 0.4  # outside laws, English renders 以上 by *more than* as often as by *or more*
IDENTIFIER: Final = 0.85
ANOTHER_DAY: Final = 0.85  # in words: 翌日, *the previous day*

# name, acronym
LATIN_NAME_CHANGED: Final = 0.9
LATIN_NAME_LOST: Final = 0.4
HALF_OF_A_NAME: Final = 0.8  # the other half is as it should be
PERSON: Final = 0.7
PLACE: Final = 0.4

# placeholder
PLACEHOLDER: Final = 0.95
CODE: Final = 0.85
SHORTCUT: Final = 0.9
INLINE_CODE: Final = 0.9
WORD_TWICE: Final = 0.9

# opposite, modal, negation
OPPOSITE: Final = 0.7  # also parties that change places
MODAL: Final = 0.9
NEGATION: Final = 0.7
FREE_NEGATION: Final = 0.4  # what is denied is rendered freely, if at all: *my eyes are watery* for 涙が止まりません

# variant
SPELLING: Final = 0.95
DEPRECATED: Final = 0.95
