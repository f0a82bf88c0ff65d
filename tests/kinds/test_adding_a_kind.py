"""A kind of evidence that is added as CONTRIBUTING says: one file and a line, and every situation asks it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import termalign
from termalign.kinds.kind import Kind

PACKAGE = Path(termalign.__file__).parent
DICTIONARY = "lexicon/data/lexicon.sqlite"

KIND = '''
"""nickname: what people call a team that they are fond of."""

from termalign.kinds.kind import Filed, Finding, Kind, Offered

NICKNAMES = {"魔球団": "wizards", "山猫団": "bobcats"}


def compare(term, bitext):
    nickname = NICKNAMES.get(term.surface)
    for i in bitext.english.by_form.get(nickname, ()) if nickname else ():
        yield Finding(i, i + 1, "name", {"whole": 1.0}, (term.surface, nickname))


NICKNAME = Kind(
    "nickname",
    frozenset({"name"}),
    compare,
    of_unlisted=True,
    prior=9.0,
    filed=lambda term: [Filed("v:" + NICKNAMES[term.surface])] if term.surface in NICKNAMES else [],
    offered=lambda bitext: [Offered(["v:" + form], at[0]) for form, at in bitext.english.by_form.items()],
)
'''

USE = """
from termalign import Aligner

ja, en, mixed = "魔球団が勝った。", "The wizards won.", "The wizards (魔球団) won, and the wizards were glad."
aligner, only = Aligner(), Aligner(kinds=["name"])
found = {
    "text": aligner.align(ja, en),
    "given": aligner.align(ja, en, terms=[(0, 3)]),
    "list": aligner.align(["山猫団", "魔球団"], en),
    "prepared": aligner.align(aligner.prepare(["山猫団", "魔球団"]), en),
    "kinds": only.align(["魔球団"], en),
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
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str]]:
    """What a package with the new kind links: the term, and a term whose nickname is not there."""
    copy = tmp_path_factory.mktemp("package") / "termalign"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("lexicon.sqlite", "__pycache__"))
    (copy / DICTIONARY).parent.mkdir(exist_ok=True)
    (copy / DICTIONARY).symlink_to(PACKAGE / DICTIONARY)
    (copy / "kinds/nickname.py").write_text(KIND, encoding="utf-8")
    registry = copy / "kinds/registry.py"
    text = registry.read_text(encoding="utf-8")
    text = text.replace("REGISTRY: tuple[Kind, ...] = (", "REGISTRY: tuple[Kind, ...] = (\n    NICKNAME,", 1)
    text = text.replace(
        "from termalign.kinds.number", "from termalign.kinds.nickname import NICKNAME\nfrom termalign.kinds.number", 1
    )
    registry.write_text(text, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", USE],
        env={**os.environ, "PYTHONPATH": str(copy.parent), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    lines = [line.split("\t") for line in ran.stdout.splitlines()]
    return {situation: (linked, other) for situation, linked, other in lines}


@pytest.mark.parametrize(
    "situation", ["text", "given", "list", "prepared", "words", "mixed", "kinds", "explanation", "picture"]
)
def test_every_situation_asks_it(answers: dict[str, tuple[str, str]], situation: str) -> None:
    assert answers[situation] == ("True", "False")


def test_it_is_not_asked_where_its_kind_is_left_out(answers: dict[str, tuple[str, str]]) -> None:
    assert answers["other kinds"] == ("False", "False")


def test_a_kind_of_links_that_is_not_declared_is_refused() -> None:
    with pytest.raises(ValueError, match="the kind nickname says \\['pet name'\\]: add what is new to Kind"):
        Kind("nickname", frozenset({"name", "pet name"}), lambda term, bitext: [])
