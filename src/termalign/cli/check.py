"""``termalign check``: errors in a translation."""

import argparse
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from termalign.cli.bitext import add_format_option, assign_columns, bitext_units, bitexts
from termalign.cli.colour import BOLD, FAINT, PLAIN, painted
from termalign.cli.command import Command
from termalign.cli.failure import NOTHING, Found, NoJapanese
from termalign.cli.inputs import STDIN, format_errors, read_texts, readable
from termalign.cli.messages import number_of, say
from termalign.cli.outputs import json_lines, visible, writing
from termalign.cli.progress import counted
from termalign.cli.settings import (
    add_lexicon_options,
    add_text_option,
    chance,
    kinds_among,
    lexicon_errors,
    plain_lexicon,
    read_glossaries,
)
from termalign.kana import is_japanese
from termalign.kana.swapped import are_swapped
from termalign.model import FINDING_KINDS, FINDING_KINDS_ON_REQUEST, Span
from termalign.text import excerpt

if TYPE_CHECKING:
    from termalign.checking import Finding, Suppressions
    from termalign.formats.pairs import Unit

Suppressed = list[tuple["Finding", str]]
_T = TypeVar("_T")

_SEVERITIES = ("error", "warning", "note")
_OF_GLOSSARIES = ("missing", "forbidden", "variant")  # the kinds that find nothing without a glossary
_AROUND = 60  # code points shown on either side of a span in a long text
_COLOURS = {"error": "31", "warning": "33", "note": "36"}


class Format(NamedTuple):
    """An output format: its description for ``--help``, and the function that yields its lines."""

    what: str
    lines: Callable[[Iterable["Finding"], Suppressed, argparse.Namespace], Iterator[str]]


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the bitext, the glossary, and the options that select findings."""
    parser.add_argument(
        "texts",
        nargs="+",
        metavar="BITEXT",
        help="bitexts, or two files JA EN whose lines or keys correspond; - is stdin",
    )
    add_format_option(parser)
    add_text_option(parser)
    add_lexicon_options(parser)
    parser.add_argument(
        "--kinds",
        type=kinds_among(FINDING_KINDS),
        metavar="KIND,…",
        help=f"report only these kinds of findings: {', '.join(FINDING_KINDS)}; default: all except "
        + ", ".join(FINDING_KINDS_ON_REQUEST),
    )
    parser.add_argument(
        "--min-score",
        type=chance,
        default=0.5,
        metavar="N",
        help="the lowest score of a finding to report, 0 to 1, which is the probability that it is an error; default: 0.5",
    )
    parser.add_argument(
        "--min-chance", dest="min_score", type=chance, default=argparse.SUPPRESS, help=argparse.SUPPRESS
    )
    parser.add_argument(
        "--source",
        choices=("ja", "en"),
        help="the language of the originals: ja or en; default: as the file says (XLIFF, TMX, PO), otherwise ja",
    )
    parser.add_argument(
        "--suppress",
        metavar="FILE",
        help="a file of findings to ignore; each line is an id or KIND:TERM, a tab, and the reason; TERM is the glossary "
        "term or, for findings without one, the marked words",
    )
    parser.add_argument(
        "--baseline",
        metavar="FILE",
        help="a file of known findings, made with --write-baseline; only new findings are reported",
    )
    parser.add_argument(
        "--write-baseline", metavar="FILE", help="write all findings, also the known ones, to this file"
    )
    parser.add_argument(
        "--fail-on",
        choices=(*_SEVERITIES, "never"),
        default="note",
        metavar="SEVERITY",
        help="the lowest severity that gives exit code 1: error, warning, note (default), never",
    )
    parser.add_argument("--title", metavar="TEXT", default="", help="the title of the HTML page")
    parser.add_argument(
        "--date", metavar="TEXT", help="the date on the HTML page; default: that of the last change of the bitext"
    )


def run(options: argparse.Namespace) -> Iterator[str]:
    """Yield the findings in the chosen format."""
    if options.format in FILES and options.output is None:
        options.parser.error(f"--format {options.format} makes a file: give --output FILE")
    if options.write_baseline == STDIN:
        options.parser.error("--write-baseline needs the name of a file")
    if options.text and options.bitext:
        options.parser.error("--from and --text exclude each other")
    if options.text and len(options.texts) != 2:
        options.parser.error(f"--text expects two texts, JA EN, not {len(options.texts)}")
    read = [] if options.text else list(bitexts(options.texts, options.bitext))
    assign_columns(options, [form for _, form in read], options.glossary or ())
    checked: Counter[str] = Counter()
    options.read_columns, options.checked = {}, checked
    seen: Counter[str] = Counter()
    suppressed: Suppressed = []
    rules, known = _decisions(options)
    new = (f for f in _noted(_findings(options, rules, suppressed, checked), options) if f.id not in known)
    findings = _counting(new, seen, lambda finding: finding.severity)
    yield from FORMATS[options.format].lines(findings, suppressed, options)
    _say_unused(rules, suppressed, options)
    summary = _summary(seen, checked, len(suppressed), options)
    if options.fail_on != "never" and any(seen[s] for s in _SEVERITIES[: _SEVERITIES.index(options.fail_on) + 1]):
        raise Found(summary)
    say(summary, options)


def _decisions(options: argparse.Namespace) -> "tuple[Suppressions, frozenset[str]]":
    """Return the suppressions, and the ids of the baseline."""
    from termalign.checking import Suppressions, read_baseline

    rules, known = Suppressions({}), frozenset[str]()
    if options.suppress:
        with readable(options.suppress), format_errors():
            rules = Suppressions.read(options.suppress)
    if options.baseline:
        with readable(options.baseline), format_errors():
            known = read_baseline(options.baseline)
    return rules, known


def _findings(
    options: argparse.Namespace, rules: "Suppressions", suppressed: Suppressed, checked: Counter[str]
) -> "Iterator[Finding]":
    """Yield the findings that are not suppressed, and count the units in `checked`."""
    from termalign.aligner import Aligner
    from termalign.checking import check

    settings: dict[str, Any] = {
        "glossary": read_glossaries(options.glossary or (), options),
        "kinds": options.kinds,
        "min_score": options.min_score,
        "aligner": Aligner(plain_lexicon(options)),
        "source": options.source,
    }
    for files, read in _bitexts(options):
        units = _counting(counted(read, "pairs", options), checked, lambda unit: unit.state or "pairs")
        units = _counting(units, checked, lambda unit: f"from {options.source or unit.source or 'ja'}")
        with lexicon_errors(), _skipping(files, options):
            for finding in check(units, file=_name(files), **settings):
                reason = rules.reason(finding)
                if reason is not None:
                    suppressed.append((finding, reason))
                else:
                    yield finding


def _bitexts(options: argparse.Namespace) -> "Iterator[tuple[Sequence[str], Iterator[Unit]]]":
    """Yield the files of each bitext with its units, or no file with the two texts of ``--text``."""
    if options.text:
        from termalign.formats.pairs import Unit

        ja, en = read_texts(options.texts, literal=True)
        yield (), iter([Unit(ja, en)])
        return
    for files, form in bitexts(options.texts, options.bitext):
        yield files, _units(files, form, options)


@contextmanager
def _skipping(files: Sequence[str], options: argparse.Namespace) -> Iterator[None]:
    """Skip a file in other languages with a message. Two files in other languages are probably in the wrong order."""
    try:
        yield
    except NoJapanese as other:
        if len(files) > 1:
            raise
        say(f"skipped: {other}", options)


def _units(files: Sequence[str], form: str | None, options: argparse.Namespace) -> "Iterator[Unit]":
    """Yield all units of a bitext. If the first ones have text in place of Japanese, the file is in other languages.

    In translations from English, such text is an error of the translation.
    """
    units = bitext_units(
        files, form, every=True, columns=options.bitext_columns, told=partial(_note_columns, files[0], options)
    )
    first: list[Unit] = []
    for unit in islice(units, 1_000):  # enough to tell which side is Japanese
        first.append(unit)
        if not unit.ja.strip() or any(map(is_japanese, unit.ja)) or (options.source or unit.source) == "en":
            break
        if len(files) == 1 and are_swapped(unit.ja, unit.en):
            break
    else:
        if first:
            raise NoJapanese(f"{files[0]}: no Japanese in {number_of(len(first), 'unit')}", NOTHING)
    yield from chain(first, units)


def _note_columns(file: str, options: argparse.Namespace, columns: Mapping[str, str]) -> None:
    """Note the columns of a table for the summary, unless their names already say what is read of them."""
    if any(title.lower() != role for role, title in columns.items()):
        options.read_columns[file] = "columns " + ", ".join(f"{role}={title}" for role, title in columns.items())


def _columns(read: Mapping[str, str]) -> str:
    """Return the columns of the tables that were read, with the names of the files if they differ."""
    if len(set(read.values())) < 2:
        return "".join(f"; {columns}" for columns in set(read.values()))
    return "".join(f"; {file}: {columns}" for file, columns in read.items())


def _name(files: Sequence[str]) -> str:
    """Return the name of a file in findings: its relative path with forward slashes."""
    if not files or files[0] == STDIN:
        return ""
    name = files[-1]
    with suppress(ValueError):  # no name at all, or a file on another drive of Windows
        name = os.path.relpath(name)
    return name.replace(os.sep, "/")


def _say_unused(rules: "Suppressions", suppressed: Suppressed, options: argparse.Namespace) -> None:
    from termalign.checking.finding import listed

    if unused := rules.unused(finding for finding, _ in suppressed):
        say(f"{options.suppress}: {number_of(len(unused), 'suppression')} not used: {listed(unused)}", options)


def _counting(taken: Iterable[_T], counts: Counter[str], sort: Callable[[_T], str]) -> Iterator[_T]:
    """Yield the items unchanged, and count them by the result of `sort`."""
    for each in taken:
        counts[sort(each)] += 1
        yield each


def _noted(findings: "Iterable[Finding]", options: argparse.Namespace) -> "Iterator[Finding]":
    """Yield the findings unchanged. With ``--write-baseline``, write all of them to its file at the end."""
    if options.write_baseline is None:
        yield from findings
        return
    from termalign.checking import write_baseline

    kept: list[Finding] = []
    for finding in findings:
        kept.append(finding)
        yield finding
    # A broken pipe here must not end the command, because the findings go elsewhere.
    with suppress(BrokenPipeError), writing(options.write_baseline):
        write_baseline(options.write_baseline, kept)
        say(f"{options.write_baseline}: {number_of(len(kept), 'finding')}", options)


def _pairs(checked: Counter[str]) -> int:
    return checked["pairs"] + checked["untranslated"]


def _summary(seen: Counter[str], checked: Counter[str], suppressed: int, options: argparse.Namespace) -> str:
    """Return what was found, where it was written, and what was not checked."""
    pairs = _pairs(checked)
    nothing = (
        f"nothing {'new ' * bool(options.baseline)}found in {number_of(pairs, 'pair')}" if pairs else "no pair to check"
    )
    found = ", ".join(number_of(seen[severity], severity) for severity in _SEVERITIES if seen[severity]) or nothing
    return (
        (f"{options.output}: " if options.output else "")
        + found
        + (f" ({suppressed:,} suppressed)" if suppressed else "")
        + (f"; {number_of(checked['fuzzy'], 'fuzzy unit')} not checked" if checked["fuzzy"] else "")
        + visible(_columns(options.read_columns))
        + _from_english(checked)
    )


def _from_english(checked: Counter[str]) -> str:
    """Return which of the originals are English, if any are."""
    if not checked["from en"]:
        return ""
    return (
        "; source: English"
        if not checked["from ja"]
        else f"; source: English in {number_of(checked['from en'], 'unit')}"
    )


def _text(findings: "Iterable[Finding]", suppressed: Suppressed, options: argparse.Namespace) -> Iterator[str]:
    """Yield a line for each finding, with both texts below it and marks around the words in question."""

    def paint(text: str, style: str) -> str:
        return painted(visible(text), style if options.colour else PLAIN)

    for k, finding in enumerate(findings):
        if k:
            yield ""
        severity, kind = paint(finding.severity, _COLOURS[finding.severity]), paint(finding.kind, BOLD)
        end = paint(f"{finding.score:.2f} {finding.id}", FAINT)
        yield f"{visible(_place(finding))}  {severity} {kind}  {visible(finding.message)}  {end}"
        ja, en = (_marked(*each) for each in zip(finding.texts, (finding.ja, finding.en), strict=True))
        yield from (f"  {visible(text) or '(empty)'}" for text in finding.direction.ordered(ja, en))


def _marked(text: str, span: Span | None) -> str:
    """Return the text around a span with marks around the span, or the beginning of the text if there is no span.

    >>> _marked("Add five servers.", Span(4, 8, "five"))
    'Add ⟦five⟧ servers.'
    >>> _marked("a" * 200, None)[-3:]
    'aa…'
    """
    if span is None:
        return text if len(text) <= 2 * _AROUND else f"{text[: 2 * _AROUND]}…"
    cut, at = excerpt(text, span.start, span.end, _AROUND)
    return f"{cut[: at.start]}⟦{at.text}⟧{cut[at.end :]}"


def _place(finding: "Finding") -> str:
    """Return the file and the line of a finding, as compilers do, and the unit if it has a name or the file has no lines."""
    line = f"{finding.file}:{finding.line}" if finding.file and finding.line else finding.file
    unit = "" if line != finding.file and finding.unit == str(finding.number) else finding.unit
    return " ".join(filter(None, [line, unit]))


def _jsonl(findings: "Iterable[Finding]", suppressed: Suppressed, options: argparse.Namespace) -> Iterator[str]:
    return json_lines(finding.to_dict() for finding in findings)


def _html(findings: "Iterable[Finding]", suppressed: Suppressed, options: argparse.Namespace) -> Iterator[str]:
    from termalign.checking.reports import page

    held = list(findings)  # when all pairs are counted
    kinds = options.kinds or [kind for kind in FINDING_KINDS if kind not in FINDING_KINDS_ON_REQUEST]
    yield from page(
        held,
        title=options.title or f"Check of {'a text' if options.text else os.path.basename(options.texts[-1])}",
        glossary=", ".join(map(os.path.basename, options.glossary or ())),
        date=_last_change([] if options.text else options.texts) if options.date is None else options.date,
        pairs=_pairs(options.checked),
        kinds=[kind for kind in kinds if options.glossary or kind not in _OF_GLOSSARIES],
    )


def _last_change(files: Sequence[str]) -> str:
    """Return the date of the last change of any of the files (2026-11-30), or ``""`` if none is a file on disk."""
    changed = [os.stat(file).st_mtime for file in files if os.path.isfile(file)]
    return datetime.fromtimestamp(max(changed)).astimezone().strftime("%Y-%m-%d") if changed else ""


def _sarif(findings: "Iterable[Finding]", suppressed: Suppressed, options: argparse.Namespace) -> Iterator[str]:
    from termalign.checking.reports import sarif

    return sarif(findings, suppressed)


def _prompt(findings: "Iterable[Finding]", suppressed: Suppressed, options: argparse.Namespace) -> Iterator[str]:
    from termalign.checking.reports.repair import prompt

    return prompt(findings)


def _xlsx(findings: "Iterable[Finding]", suppressed: Suppressed, options: argparse.Namespace) -> Iterator[str]:
    from termalign.checking.reports import COLUMNS, WIDTHS, row
    from termalign.formats.workbook_writing import Cell, write

    rows: Iterator[Sequence[Cell]] = map(row, findings)
    with writing(options.output), format_errors():
        write(options.output, "Findings", chain([COLUMNS], rows), filtered=True, widths=WIDTHS)
    yield from ()


FORMATS = {
    "text": Format("a line for each finding, with both texts below; ⟦ and ⟧ mark the words in question", _text),
    "jsonl": Format("a JSON object on each line", _jsonl),
    "html": Format("a page for a browser, with filters; it loads nothing from outside", _html),
    "xlsx": Format("an Excel workbook with a row for each finding; needs --output", _xlsx),
    "sarif": Format("SARIF 2.1.0, for code hosts and editors", _sarif),
    "prompt": Format("both texts of each unit with an instruction for each finding, for a language model", _prompt),
}
#: Formats that do not consist of lines. For these, the command itself makes the file of ``--output``.
FILES = ("xlsx",)


COMMAND = Command(
    name="check",
    summary="find errors in a translation",
    usage="""\
termalign check [options] [--from FORMAT] BITEXT…
       termalign check [options] [--text] JA EN""",
    description="""\
Find errors in a translation: terms that differ from the glossary, forbidden
renderings, wrong numbers, dates, names and placeholders, and untranslated
text.""",
    arguments=arguments,
    run=run,
    formats={name: form.what for name, form in FORMATS.items()},
    file_formats=FILES,
    notes="""\
Each finding has a severity, an id, and the probability that it is an error.
The id stays the same as long as the sentence does. The exit code is 0 if
nothing is found, 1 if anything is found that is neither suppressed nor in the
baseline, or if the data is bad, and 2 for wrong usage or a missing file.""",
    examples=(
        "check --glossary house_style.tsv memory.tmx",
        "check --glossary house_style.tsv --fail-on never --format html -o report.html draft.tsv",
        "check --kinds number,date,untranslated article.ja.txt article.en.txt",
        'check --fail-on never --text 三年以下の懲役 "imprisonment for three years"',
        "check --glossary house_style.tsv --suppress known.tsv --fail-on never draft.tsv",
    ),
)
