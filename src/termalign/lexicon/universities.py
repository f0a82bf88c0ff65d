"""Short names of universities as used by the press: 東京海洋大 for 東京海洋大学.

The rule is one of newspaper style (記者ハンドブック, Kyodo News). It applies to nearly every university, while dictionaries
list only the full names.
"""

from collections.abc import Iterable, Iterator

from termalign.lexicon.records import NameRecord

_UNIVERSITY, _LEARNING = "大学", "学"
_LEAST = 2  # characters before 大学: shorter forms such as 東大 are listed in dictionaries
_NAMED = "organization"


def with_short_names(records: Iterable[NameRecord]) -> Iterator[NameRecord]:
    """Yield the records, and after each university one with the name without its last character.

    >>> record = NameRecord(("東京海洋大学",), (), frozenset({"organization"}), ("Tokyo University of Marine Science",))
    >>> [one.kanji for one in with_short_names([record])]
    [('東京海洋大学',), ('東京海洋大',)]
    """
    for record in records:
        yield record
        if _NAMED not in record.kinds:
            continue
        short = [name.removesuffix(_LEARNING) for name in record.kanji if _may_be_cut(name)]
        if short:
            kana = tuple([reading.removesuffix("がく") for reading in record.kana])
            yield record._replace(kanji=tuple(short), kana=kana)


def _may_be_cut(name: str) -> bool:
    return name.endswith(_UNIVERSITY) and len(name) >= _LEAST + len(_UNIVERSITY)
