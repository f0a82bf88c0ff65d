"""A kind of finding that is added as CONTRIBUTING says, and all places that name the kinds."""

import inspect
import re
from pathlib import Path

import pytest
from altered import answers

from termalign.checking import check
from termalign.checking.kinds.registry import KINDS
from termalign.cli import main
from termalign.model import FINDING_KINDS, FINDING_KINDS_ON_REQUEST

DOCS = Path(__file__).parents[2] / "docs"

CHECKER = '''
"""stuttered: the same English word twice in a row."""

from termalign.checking.kinds.checker import Checker


class Stuttered(Checker):
    kind = "stuttered"

    def look(self, segment):
        words = segment.english.lexemes
        for k in range(1, len(words)):
            if words[k].lower == words[k - 1].lower:
                yield self.finding(segment, 0.9, f"“{words[k].lower}” stands twice.", en=segment.en_span(k - 1, k + 1))
'''

USE = """
import json
from termalign import check
from termalign.checking import repair
from termalign.checking.reports import page, sarif
from termalign.cli import main
from termalign.serve.assets import asset

findings = list(check([("猫がいる。", "There is is a cat.")]))
print(*[(finding.kind, finding.found) for finding in findings])
print(repair(findings[0]))
log = json.loads("".join(sarif(findings)))
print([rule["shortDescription"]["text"] for rule in log["runs"][0]["tool"]["driver"]["rules"]][-1])
print("stuttered" in "".join(page(findings)))
print(json.loads(asset("words.json")[1])["kind_stuttered"]["ja"])
print(main(["check", "--kinds", "stuttered", "--quiet", "nothing.tsv"]))
"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    registry = {
        "from termalign.checking.kinds.forbidden": "from termalign.checking.kinds.stuttered import Stuttered\n"
        "from termalign.checking.kinds.forbidden",
        "\n)\n": '\n    Kind("stuttered", "重複", "A word stands twice.", lambda: [Stuttered()]),\n)\n',
    }
    model = {'"variant",': '"variant", "stuttered",'}
    folder = tmp_path_factory.mktemp("package")
    return answers(
        USE,
        folder,
        {"checking/kinds/stuttered.py": CHECKER},
        {"checking/kinds/registry.py": registry, "model.py": model},
    )


def test_every_report_knows_a_new_kind(printed: list[str]) -> None:
    assert printed[:5] == ["('stuttered', 'is is')", "“is” stands twice.", "A word stands twice.", "True", "重複"]
    assert printed[5] == "2"  # nothing.tsv is not there, but --kinds knows the name


def test_every_kind_has_one_value() -> None:
    assert set(KINDS) == set(FINDING_KINDS)
    assert all(kind.says.endswith(".") for kind in KINDS.values())


def test_the_docstring_lists_the_kinds() -> None:
    said = re.search(
        r"The kinds of findings: (.*?); by default all except (.*?)\.", inspect.getdoc(check) or "", re.DOTALL
    )
    assert said is not None
    assert re.findall(r"``(\w+)``", said[1]) == list(FINDING_KINDS)
    assert re.findall(r"``(\w+)``", said[2]) == list(FINDING_KINDS_ON_REQUEST)


def test_the_help_lists_the_kinds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--help"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert (
        f"kinds of findings: {', '.join(FINDING_KINDS)}; default: all except {', '.join(FINDING_KINDS_ON_REQUEST)} --"
        in shown
    )


def test_the_page_of_check_explains_the_kinds() -> None:
    table = (
        (DOCS / "check.md").read_text(encoding="utf-8").partition("## Kinds of findings")[2].partition("\n\n[What")[0]
    )
    assert re.findall(r"^\| `(\w+)` \|", table, re.M) == list(FINDING_KINDS)


def test_the_page_of_commands_lists_the_kinds() -> None:
    section = (DOCS / "command-line.md").read_text(encoding="utf-8").partition("\n## check\n")[2]
    listed = re.search(r"`--kinds KIND,…` \|(.*)\|", section)
    assert listed is not None
    assert re.findall(r"`(\w+)`", listed[1]) == list(FINDING_KINDS)
