"""The weight of each way of finding a letter of a short form in its long form.

The values are rounded log-likelihood ratios in nats: how much more often the step occurs in a true definition than when the
same short form is compared with text that does not define it. This is the pseudo-precision of Sohn, Comeau, Kim and Wilbur
(2008), "Abbreviation definition identification based on automatic precision estimates", BMC Bioinformatics 9:402, on one
additive scale in place of an ordered list of strategies. Three rules are from Schwartz and Hearst (2003), "A simple algorithm
for identifying abbreviation definitions in biomedical text", PSB 8:451-462: the letters must be in order, the first must
begin a word, and the search back is limited.
"""

from typing import Final

#: A letter that begins a word.
INITIAL: Final = 2.4
#: A letter that begins a function word (the o of DoD).
FUNCTION_INITIAL: Final = 1.2
#: The letter right after one that matched (Epo, Interpol), inside a word written in small letters.
CONTIGUOUS: Final = 1.2
#: A letter of a word that is itself an acronym (the CT of CTA in *CT angiography*).
ACRONYM_LETTER: Final = 2.0
#: A letter that begins a known combining form inside a word (the g of electrocardioGram).
FORMANT: Final = 1.8
#: Another consonant, another vowel inside a word.
CONSONANT: Final = 0.25
VOWEL: Final = -0.8
#: A number found as digits, as a word (two, second), as a prefix (di-), or counting a repeated letter (T3).
NUMBER_AS_DIGITS: Final = 2.5
NUMBER_AS_WORD: Final = 2.0
NUMBER_AS_PREFIX: Final = 1.2
REPETITION: Final = -0.4
#: A digit of the short form that is nowhere in the long form.
NUMBER_UNMATCHED: Final = -1.6
#: A number that counts the letters left out of one word (i18n).
NUMERONYM_COUNT: Final = 8.5
#: Words of the long form that supply no letter.
SKIP_FUNCTION: Final = -0.15
SKIP_CONTENT: Final = -2.8
SKIP_JOINED: Final = -1.8
SKIP_NUMBER: Final = -1.0
#: The same inside a chemical name (5-methyl-4-isoxazole), where skipping is the rule.
SKIP_CHEMICAL: Final = -0.8
SKIP_LOCANT: Final = -0.2
#: Words after the last one that supplies a letter.
TAIL_CONTENT: Final = -2.4
TAIL_PHRASE: Final = -2.2
#: Marks between two words of the long form.
COMMA: Final = -0.6
BRACKET: Final = -3.0
BRACKET_INSIDE: Final = -0.8
QUOTE: Final = -1.5
BREAK: Final = -3.5
#: A long form that begins with an article that supplies a letter (The Ocean Cleanup).
ARTICLE_START: Final = -2.4
#: A long form that begins inside a hyphenated word.
START_INSIDE: Final = -1.5
#: The first letters of all words, but in any order (UTC for Coordinated Universal Time).
PERMUTATION: Final = -3.0
#: Letters taken in another order than written (IFN-gamma for gamma interferon).
REORDERED: Final = -1.5
