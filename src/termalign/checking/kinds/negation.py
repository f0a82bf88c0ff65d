"""The kind ``negation``: a negated statement that the English affirms, 適用しない ~ *applies*."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker
from termalign.checking.segment import Segment
from termalign.checking.sentences import sentences
from termalign.japanese.morpheme import Morpheme, beginning_in
from termalign.model import Span
from termalign.tables import read_lines
from termalign.text import CODE, blanked

_SCORE = 0.7
#: The end of a Japanese sentence that may negate its verb
_NEGATED = re.compile(r"(?:ない|ません)(?:ものとする|です)?[。．]?\s*$")
#: A negation of any form; a sentence with two is left alone
_NEGATION = re.compile("ない|ません|なく|なけれ|なかっ|ず[、に]|ざる")
#: Words with which a negation says something else: an obligation, a limit, a doubt, a comparison
_OTHERWISE = re.compile(
    "しか|だけ|限|わけでは|かもしれ|ないか|過ぎ|すぎ|違い|ちがい|ほかなら|他なら|なら(?:ない|なり)|なりません|いけ(?:ない|ません)|全く|まで|ほど|より|以外"
    "|以上に|たまらない|しょうがない|仕方|しかた|すみません|かまわ|かまい|構わ|構い|思わない|[？?]"
)
_AFTER = frozenset({"", "です", "ものとする"})
_PARTICLES = ("助動詞", "助詞", "動詞-非自立")
_ALSO = frozenset({"は", "も", "すら", "さえ"})  # 見てはいない; but ことはできない negates the verb
#: Verbs that are negated in idioms: 欠かせない, *indispensable*; 変わらない, *the same*
_IDIOMS = frozenset(
    "構う 変わる 違う 欠かす 欠く 絶える 知れる 済む 足りる 過ぎる 行く 言う 思う 堪える 要る 因る 関わる 限る 劣る 尽きる 困る"
    " 間違える 避ける 妨げる".split()
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|do|does|did|will|shall|may|can|must|has|have|had|[a-z]{3,}s|[a-z]+ed)\b",
    re.IGNORECASE,
)


class Negation(Checker):
    """A checker for sentences whose last verb is negated, and whose English has the verb, but no word that denies anything."""

    kind = "negation"

    def look(self, segment: Segment) -> Iterator[Finding]:
        ja, en = segment.ja_prose, blanked(CODE, segment.en_prose)
        if not segment.is_translated or not _NEGATION.search(ja):
            return
        for (a, b), (c, d) in sentences(ja, en):
            if not _is_plain(ja[a:b]) or _denials().search(en[c:d]) or not _FINITE.search(en[c:d]):
                continue
            verb = _negated_verb(beginning_in(segment.morphemes, a, b))
            said = segment.rendered_word(verb.start, (a, b), (c, d)) if verb else None
            if verb and said:
                own = Span.of(segment.ja, verb.start, a + len(ja[a:b].rstrip("。． \n")))
                message = f"“{own.text}” is negated; the English says “{said.text}” without a negation."
                yield self.finding(segment, _SCORE, message, ja=own, en=said)


@cache
def _denials() -> re.Pattern[str]:
    """Return what finds a word that denies or limits something (*not*, *fails*, *unable*, *don't*) or a question mark."""
    words = [word.replace("*", "[a-z-]*") for line in read_lines(__package__, "denials.tsv") for word in line.split()]
    return re.compile(rf"\b(?:{'|'.join(words)})\b|n\s?['’]\s?t\b|\?", re.IGNORECASE)


def _is_plain(sentence: str) -> bool:
    """Return whether a Japanese sentence ends with its only negation, and this says nothing but that something is not so."""
    return bool(_NEGATED.search(sentence)) and not _OTHERWISE.search(sentence) and len(_NEGATION.findall(sentence)) == 1


def _negated_verb(sentence: Sequence[Morpheme]) -> Morpheme | None:
    """Return the verb, or the noun before する, that the end of a sentence negates."""
    words = [m for m in sentence if not m.pos.startswith("補助記号")]
    ends = [k for k, m in enumerate(words) if m.lemma in ("ない", "ず", "ぬ") and m.pos.startswith("助動詞")]
    if len(ends) != 1 or "".join([m.surface for m in words[ends[0] + 1 :]]) not in _AFTER:
        return None
    k = ends[0] - 1
    while k > 0 and (words[k].pos.startswith(_PARTICLES) or words[k].surface == "こと"):
        if words[k].surface in _ALSO and words[k - 1].surface != "こと":
            return None
        k -= 1
    said = words[k] if k >= 0 else None
    verbal = said is not None and said.pos.startswith(("動詞-一般", "名詞")) and said.lemma not in _IDIOMS
    return said if verbal else None
