"""Everything that can be switched off is, and comes back."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

pytest.importorskip("numpy")
pytest.importorskip("scipy")

from benchmarks.ablation import command
from benchmarks.ablation.bench import Bench
from benchmarks.ablation.groups import GROUPS
from benchmarks.ablation.losses import Judged, Losses, f1, judged
from benchmarks.ablation.switches import ALL_ON, Switch, switches
from benchmarks.data import Folder
from benchmarks.fitting.answers import Answer
from benchmarks.fitting.texts import Linked, Located
from termalign.decide.weights import packaged

NOWHERE = Path(__file__).parent / "no such folder"
SWITCHES = switches(packaged())
BY_NAME = {f"{switch.group}: {switch.name}": switch for switch in SWITCHES}
FEATURES = sorted({name for stage in ("single", "together", "together again") for name in packaged()[stage]})


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench(Folder(NOWHERE), folds=0, every=30)


@pytest.fixture(scope="module")
def on(bench: Bench) -> Mapping[int, Judged]:
    return bench.answered(ALL_ON, bench.fitted(ALL_ON))


def off(bench: Bench, switch: Switch, on: Mapping[int, Judged] | None = None) -> Mapping[int, Judged]:
    with switch.off():
        return bench.answered(switch, bench.fitted(switch), on)


def test_names_are_unique_and_of_every_group() -> None:
    assert len(BY_NAME) == len(SWITCHES)
    assert {switch.group for switch in SWITCHES} == {"kind", "features", "proposal", "border"}


@pytest.mark.parametrize(
    ("feature", "group"),
    [
        ("begins at name then role", "borders that it begins and ends at"),
        ("composed name+noun", "compound: sorts of parts"),
        ("composed skipped", "compound: what is skipped"),
        ("gloss first sense", "details of gloss"),
        ("capital before", "English around"),
        ("before 助詞-", "morphemes before and after"),
        ("beaten by the chosen", "first choice: what it clashes with"),
        ("joined by の turned", "first choice: neighbours"),
        ("far from its neighbour apart", "first choice: neighbours"),
        ("worse company", "first choice: company"),
    ],
)
def test_features_are_in_the_group_of_their_name(feature: str, group: str) -> None:
    assert {name for name, pattern in GROUPS.items() if pattern.fullmatch(feature)} == {group}


def test_every_feature_but_the_plainest_is_in_a_group() -> None:
    plain = {name for name in FEATURES if not any(pattern.fullmatch(name) for pattern in GROUPS.values())}
    kinds = {switch.name for switch in SWITCHES if switch.group == "kind"}
    assert plain <= kinds | {"bias", "composed", "odds", "odds above even", "odds squared", "single odds"}


@pytest.mark.parametrize("switch", SWITCHES, ids=list(BY_NAME))
def test_a_switch_takes_away_something(switch: Switch) -> None:
    kinds, features = len(switch.kinds) < len(ALL_ON.kinds), switch.features is not None
    assert kinds + features + bool(switch.replaced) == 1


@pytest.mark.parametrize(
    "name",
    [
        "kind: gloss",
        "kind: number",
        "kind: loanword",
        "features: the run: what is left of it",
        "proposal: compounds",
        "proposal: compounds with an end skipped",
        "proposal: growth",
    ],
)
def test_what_is_off_changes_links(name: str, bench: Bench, on: Mapping[int, Judged]) -> None:
    assert sum(on[n].right != other.right for n, other in off(bench, BY_NAME[name]).items()) > 0


@pytest.mark.parametrize(
    "name",
    [
        "kind: verbatim",
        "kind: loanword",
        "features: growth",
        "proposal: growth: hyphen",
        "border: name then role",
        "border: number then word",
    ],
)
def test_texts_that_a_switch_does_not_concern_are_not_answered_again(
    name: str, bench: Bench, on: Mapping[int, Judged]
) -> None:
    looked_at, spared = off(bench, BY_NAME[name]), off(bench, BY_NAME[name], on)
    assert [(x.right, x.wrong) for x in spared.values()] == [(x.right, x.wrong) for x in looked_at.values()]
    assert any(spared[n] is on[n] for n in on)


def test_what_was_off_is_on_again(bench: Bench, on: Mapping[int, Judged]) -> None:
    for name in ("kind: gloss", "proposal: compounds", "proposal: phrases with の", "border: plural"):
        with pytest.raises(KeyboardInterrupt), BY_NAME[name].off():
            raise KeyboardInterrupt
    assert bench.answered(ALL_ON, bench.fitted(ALL_ON)) == on


def test_losses_count_what_is_right_on_one_side_only() -> None:
    a, b, c = (((k, k + 1), (k, k + 1)) for k in range(3))
    losses = Losses()
    losses.add(Judged(frozenset([a, b]), 3), Judged(frozenset([b, c]), 1))
    losses.add(Judged(frozenset([a]), 0), Judged(frozenset(), 0))
    assert (losses.gained, losses.lost, losses.wrong, str(losses)) == (1, 2, -2, "+1 −2")
    assert str(Losses()) == "·"
    assert f1([Judged(frozenset([a, b]), 1), Judged(frozenset([c]), 0)], 5) == pytest.approx(2 / 3)


def test_answers_where_nothing_is_known_do_not_count() -> None:
    answers = [Answer((0, 2), (5, 10), 1.0), Answer((3, 4), (0, 4), 1.0)]
    linked = Linked("d", "x", "京都の寺", "The Kyoto temple", [((0, 2), (4, 9))])
    located = Located("d", "京都の寺", "The  Kyoto temple", [((0, 2), [(5, 10)])])
    assert judged(linked, answers) == Judged(frozenset(), 2)
    assert judged(located, answers) == Judged(frozenset([((0, 2), (5, 10))]), 0)


def test_the_command_prints_a_table_and_writes_it_where_it_is_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "ablation.md"
    every = ["--every", "300", "--out", str(page)]
    assert command.main([*every, "--only", "proposal"], NOWHERE, tmp_path) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split()[:5] == ["proposal", "gained", "lost", "wrong", "F1"]
    assert len(lines) == 1 + sum(switch.group == "proposal" for switch in SWITCHES)
    assert not page.exists()
    assert command.main(every, NOWHERE, tmp_path) == 1
    assert "no news_links.jsonl, domain_links.jsonl, kyoto_terms.jsonl, law_terms.jsonl in" in capsys.readouterr().err
    assert not page.exists()
    assert command.main(every, development_data(tmp_path), tmp_path) == 0
    rows = [line for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    assert len(rows) == len(SWITCHES) + 2 * len({switch.group for switch in SWITCHES})


def development_data(folder: Path) -> Path:
    """A folder with a text of each set."""
    text = {"id": "1", "ja": "犬が鳴く。", "en": "A dog barks.", "source": "x", "domain": "x"}
    linked = text | {"links": [{"ja": [0, 1], "en": [2, 5]}]}
    located = text | {"terms": [{"ja": [0, 1], "en": [[2, 5]]}]}
    for name, record in {
        "news_links": linked,
        "domain_links": linked,
        "kyoto_terms": located,
        "law_terms": located,
    }.items():
        (folder / f"{name}.jsonl").write_text(json.dumps(record), encoding="utf-8")
    return folder


def test_weights_may_be_fitted_without_what_is_off(capsys: pytest.CaptureFixture[str]) -> None:
    some = ["--every", "200", "--folds", "2", "--only", "compounds with"]
    lines = []
    for arguments in (some, [*some, "--refit"]):
        assert command.main(arguments, NOWHERE, NOWHERE) == 0
        lines.append(capsys.readouterr().out.splitlines())
    assert lines[0][0] == lines[1][0]
    assert [line.startswith("compounds with an end skipped") for _, line in lines] == [True, True]


@pytest.mark.parametrize("wrong", [["--folds", "1"], ["--every", "0"], ["--only", "no such thing"]])
def test_the_command_refuses_what_makes_no_sense(wrong: list[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as error:
        command.main(wrong, NOWHERE, tmp_path)
    assert error.value.code == 2
