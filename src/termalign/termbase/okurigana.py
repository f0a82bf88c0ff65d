"""Kanji skeletons: terms without the okurigana between their kanji."""

import re
from collections.abc import Iterator, Sequence

from termalign.lexicon.folding import folded
from termalign.text.scripts import KANJI

_OKURIGANA = re.compile(f"(?<=[々{KANJI}])[ぁ-ゖ]{{1,3}}(?=[々{KANJI}ァ-ヺ]|$)", re.MULTILINE)
_LONE = re.compile(f"[々{KANJI}].*[々{KANJI}]", re.DOTALL)


def skeleton(term: str) -> str:
    """Return the folded term without its okurigana, or ``""`` if it has fewer than two kanji.

    Examples
    --------
    >>> skeleton("取り消し"), skeleton("取消"), skeleton("読み替え規定"), skeleton("光る"), skeleton("サーバー")
    ('取消', '取消', '読替規定', '', '')
    """
    return folded(_OKURIGANA.sub("", term)) if _LONE.search(term) else ""


def skeletons(terms: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each term that has okurigana with its skeleton. Terms must not contain line breaks.

    Examples
    --------
    >>> list(skeletons(["取り消し", "取消", "サーバー"]))
    [('取り消し', '取消')]
    """
    bare = _OKURIGANA.sub("", "\n".join(terms)).split("\n")
    for term, bones in zip(terms, bare, strict=True):
        if len(bones) < len(term) and _LONE.search(term):
            yield term, folded(bones)
