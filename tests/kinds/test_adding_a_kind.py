"""A kind of evidence that is added as CONTRIBUTING says: one file and a line, and every situation asks it."""

import pytest
from altered import answers

from termalign.kinds.kind import Kind

KIND = '''
"""nickname: what people call a team that they are fond of."""

from termalign.kinds.kind import Filed, Finding, Kind, Offered

NICKNAMES = {"魔球団": "wizards", "山猫団": "bobcats"}


def compare(term, target):
    nickname = NICKNAMES.get(term.surface)
    for i in target.english.by_form.get(nickname, ()) if nickname else ():
        yield Finding(i, i + 1, "name", {"whole": 1.0}, (term.surface, nickname))


NICKNAME = Kind(
    "nickname",
    frozenset({"name"}),
    compare,
    of_unlisted=True,
    prior=9.0,
    filed=lambda term: [Filed("v:" + NICKNAMES[term.surface])] if term.surface in NICKNAMES else [],
    offered=lambda target: [Offered(["v:" + form], at[0]) for form, at in target.english.by_form.items()],
)
'''

USE = """
from termalign import Aligner

ja, en, mixed = "魔球団が勝った。", "The wizards won.", "The wizards (魔球団) won, and the wizards were glad."
aligner, only = Aligner(), Aligner(kinds=["name"])
others = [first + last for first in "東西南北上下" for last in "山川谷原野田村森崎岡島沢"]
listed = ["山猫団", "魔球団", *others]  # too many to compare all of them: what the kind has filed brings a term up
found = {
    "text": aligner.align(ja, en),
    "given": aligner.align(ja, en, terms=[(0, 3)]),
    "short list": aligner.align(listed[:2], en),
    "list": aligner.align(listed, en),
    "prepared": aligner.align(aligner.prepare(listed), en),
    "kinds": only.align(listed, en),
    "other kinds": Aligner(kinds=["gloss"]).align(["魔球団"], en),
    "mixed": Aligner(kinds=["name"]).align_mixed(mixed),
}
for situation, alignment in found.items():
    links = [(link.ja.text, link.en.text, link.kind) for link in alignment]
    print(situation, ("魔球団", "wizards", "name") in links, any("山猫団" in link for link in links), sep="\\t")
words = aligner.align_words(["魔球団", "が", "勝った", "。"], ["The", "wizards", "won", "."])
print("words", (0, 1) in words, (0, 2) in words, sep="\t")
print("explanation", "wizards" in found["text"].explain(), False, sep="\\t")
print("picture", "wizards" in found["text"].to_svg(), False, sep="\\t")
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str]]:
    """What a package with the new kind links: the term, and a term whose nickname is not there."""
    registry = {
        "REGISTRY: tuple[Kind, ...] = (": "REGISTRY: tuple[Kind, ...] = (\n    NICKNAME,",
        "from termalign.kinds.number": "from termalign.kinds.nickname import NICKNAME\nfrom termalign.kinds.number",
    }
    folder = tmp_path_factory.mktemp("package")
    printed = answers(USE, folder, {"kinds/nickname.py": KIND}, {"kinds/registry.py": registry})
    lines = [line.split("\t") for line in printed]
    return {situation: (linked, other) for situation, linked, other in lines}


@pytest.mark.parametrize(
    "situation",
    ["text", "given", "short list", "list", "prepared", "words", "mixed", "kinds", "explanation", "picture"],
)
def test_every_situation_asks_it(found: dict[str, tuple[str, str]], situation: str) -> None:
    assert found[situation] == ("True", "False")


def test_it_is_not_asked_where_its_kind_is_left_out(found: dict[str, tuple[str, str]]) -> None:
    assert found["other kinds"] == ("False", "False")


def test_a_kind_of_links_that_is_not_declared_is_refused() -> None:
    with pytest.raises(ValueError, match="the kind nickname says \\['pet name'\\]: add what is new to Kind"):
        Kind("nickname", frozenset({"name", "pet name"}), lambda term, target: [])
