"""Everything that can be switched off by itself: kinds of evidence, groups of features, proposals, reasons to part a run.

A kind is left unasked; a feature is without a weight; a proposal or a border is taken out of what the function says that
makes it, which is replaced while the switch is off.
"""

import importlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from benchmarks.ablation.groups import GROUPS
from termalign.decide.weights import Table
from termalign.kinds.kind import Kind
from termalign.kinds.registry import REGISTRY
from termalign.propose.candidate import Candidate

_PAIR = "termalign.situations.pair"
_PLACED_AT = re.compile(r"(?:begins at|ends at|crosses) (.+)")
_GROWN = re.compile(r"grown (?!by|of)(.+)")

Function = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Switch:
    """One thing that can be off.

    Attributes
    ----------
    group, name : str
        What sort of thing it is, and which.
    kinds : sequence of Kind
        The kinds of evidence that are asked while it is off.
    features : re.Pattern, optional
        The features that then have no weight.
    concerns : re.Pattern, optional
        Features of which a candidate has one where it changes anything; None if that can't be told.
    replaced : mapping
        Functions, as ``module:name``, and what makes of each the function that then stands in for it.
    """

    group: str
    name: str
    kinds: Sequence[Kind] = REGISTRY
    features: re.Pattern[str] | None = None
    concerns: re.Pattern[str] | None = None
    replaced: Mapping[str, Callable[[Function], Function]] = field(default_factory=dict)

    @contextmanager
    def off(self) -> Iterator[None]:
        """Its functions replaced, as long as it lasts."""
        before: list[tuple[Any, str, Function]] = []
        try:
            for path, instead in self.replaced.items():
                module, _, name = path.partition(":")
                owner: Any = importlib.import_module(module)
                function = getattr(owner, name)
                before.append((owner, name, function))
                setattr(owner, name, instead(function))
            yield
        finally:
            for owner, name, function in reversed(before):
                setattr(owner, name, function)

    def wants(self, feature: str) -> bool:
        """Whether a feature has a weight while it is off."""
        return self.features is None or not self.features.fullmatch(feature)

    def weights(self, stages: Mapping[str, Table]) -> dict[str, dict[str, float]]:
        """The weights that are left."""
        return {
            stage: {name: weight for name, weight in table.items() if self.wants(name)}
            for stage, table in stages.items()
        }


#: Nothing is off.
ALL_ON = Switch("", "")


def switches(weights: Mapping[str, Table]) -> list[Switch]:
    """Every switch there is; which growths and which borders there are, is told by the features that have weights."""
    names = sorted({name for stage in ("single", "together") for name in weights[stage]})
    return [*_kinds(), *_features(), *_proposals(_named(_GROWN, names)), *_borders(_named(_PLACED_AT, names))]


def _kinds() -> Iterator[Switch]:
    for kind in REGISTRY:
        yield Switch(
            "kind", kind.name, kinds=[other for other in REGISTRY if other is not kind], concerns=_about(kind.name)
        )


def _features() -> Iterator[Switch]:
    for name, pattern in GROUPS.items():
        yield Switch("features", name, features=pattern, concerns=pattern)


def _proposals(growths: Iterable[str]) -> Iterator[Switch]:
    def nothing(function: Function) -> Function:
        return lambda *args: ()

    def the_same(function: Function) -> Function:
        return lambda first, *args: first

    for name, path, instead, concerns in (
        ("compounds", f"{_PAIR}:compounds", nothing, _about("composed")),
        ("compounds with an end skipped", "termalign.propose.compounds:with_an_end_skipped", nothing, None),
        ("identifiers", "termalign.propose.proposed_runs:with_identifiers", the_same, None),
        ("phrases with の", "termalign.propose.proposed_runs:with_phrases", the_same, None),
        ("titles in quotation marks", "termalign.situations.translated:quoted_titles", nothing, None),
        ("growth", f"{_PAIR}:grown", nothing, _about("grown")),
        ("exchange of what is said twice", "termalign.situations.translated:exchanged", the_same, None),
    ):
        yield Switch("proposal", name, concerns=concerns, replaced={path: instead})
    for how in growths:
        feature = f"grown {how}"
        replaced = {f"{_PAIR}:grown": _not_grown(feature)}
        yield Switch("proposal", f"growth: {how}", concerns=re.compile(re.escape(feature)), replaced=replaced)


def _borders(reasons: Iterable[str]) -> Iterator[Switch]:
    for reason in reasons:
        concerns = re.compile(f"(?:begins at|ends at|crosses) {re.escape(reason)}")
        yield Switch(
            "border", reason, concerns=concerns, replaced={"termalign.propose.borders:borders": _not_parted(reason)}
        )


def _about(first: str) -> re.Pattern[str]:
    """Features whose name begins so."""
    return re.compile(f"{re.escape(first)}(?: .*)?")


def _not_grown(feature: str) -> Callable[[Function], Function]:
    def instead(grown: Callable[..., Iterable[Candidate]]) -> Function:
        return lambda *args: (c for c in grown(*args) if feature not in c.features)

    return instead


def _not_parted(reason: str) -> Callable[[Function], Function]:
    def instead(borders: Callable[..., Mapping[int, str]]) -> Function:
        return lambda *args: {k: why for k, why in borders(*args).items() if why != reason}

    return instead


def _named(pattern: re.Pattern[str], names: Iterable[str]) -> list[str]:
    """What the features that match are about."""
    return sorted({match[1] for name in names if (match := pattern.fullmatch(name))})
