"""Untranslated units of bitext files: what the file says of them, beside what the texts show."""

from pathlib import Path

import pytest
from bitexts import PO, XLIFF, XLIFF2, tmx, tuv

from termalign import check, read_pairs
from termalign.checking import repair
from termalign.cli import main

NONE, COPY, TO_DO, COPIED = (
    "There is no translation.", "The translation is a copy of the Japanese.",
    "The file says that this is not translated yet.", "The translation is a copy of the English.",
)  # fmt: skip


def unit(target: str, attributes: str = "") -> str:
    return f'<trans-unit id="1"{attributes}><source>開く</source>{target}</trans-unit>'


def segment(target: str, attributes: str = "") -> str:
    return f'<unit id="1"{attributes}><segment><source>開く</source>{target}</segment></unit>'


SEGMENTS = unit(
    '<seg-source><mrk mtype="seg" mid="0">開く。</mrk><mrk mtype="seg" mid="1">灰。</mrk></seg-source>'
    '<target><mrk mtype="seg" mid="0">Open.</mrk><mrk mtype="seg" mid="1"/></target>'
)
GROUP_OF_ONE = '<group translate="no">' + unit("<target>開く</target>", ' translate="yes"') + "</group>"
CASES: list[tuple[str, str, bytes, list[str]]] = [
    ("an empty msgstr", "m.po", PO.format("en", 'msgid "開く"\nmsgstr ""\n').encode(), [NONE]),
    ("of a plural", "m.po", PO.format("en", 'msgid "開く"\nmsgid_plural "開く"\nmsgstr[0] ""\nmsgstr[1] ""\n').encode(),
     [NONE]),
    ("a fuzzy and empty one", "m.po", PO.format("en", '#, fuzzy\nmsgid "開く"\nmsgstr ""\n').encode(), [NONE]),
    ("no language, nothing translated", "m.po", b'msgid ""\nmsgstr ""\n\n' + 'msgid "開く"\nmsgstr ""\n'.encode(), [NONE]),
    ("no Japanese in it", "m.po", PO.format("en", 'msgid "OK"\nmsgstr ""\n').encode(), [NONE]),
    ("into Japanese", "m.po", PO.format("ja", 'msgid "open"\nmsgstr ""\n').encode(), [NONE]),
    ("a copy into Japanese", "m.po", PO.format("ja", 'msgid "Open it."\nmsgstr "Open it."\n').encode(), [COPIED]),
    ("a copy into Japanese", "m.xlf",
     XLIFF.format("en", "ja", unit("<target>開く</target>").replace("開く", "Open it.")).encode(), [COPIED]),
    ("into Japanese, translated", "m.po", PO.format("ja", 'msgid "Open it."\nmsgstr "開く。"\n').encode(), []),
    ("translated", "m.po", PO.format("en", 'msgid "開く"\nmsgstr "Open"\n').encode(), []),
    ("obsolete", "m.po", PO.format("en", '#~ msgid "開く"\n#~ msgstr ""\n').encode(), []),
    ("fuzzy", "m.po", PO.format("en", '#, fuzzy\nmsgid "3台"\nmsgstr "five"\n').encode(), []),
    ("no target", "m.xlf", XLIFF.format("ja", "en", unit("")).encode(), [NONE]),
    ("an empty target", "m.xlf", XLIFF.format("ja", "en", unit("<target/>")).encode(), [NONE]),
    ("no target language", "m.xlf", XLIFF.format("ja", "en", unit("")).replace(' target-language="en"', "").encode(), [NONE]),
    ("another target language", "m.xlf", XLIFF.format("ja", "de", unit("")).encode(), []),
    ("a segment", "m.xlf", XLIFF.format("ja", "en", SEGMENTS).encode(), [NONE]),
    ("new", "m.xlf", XLIFF.format("ja", "en", unit('<target state="new">開く</target>')).encode(), [COPY]),
    ("to be done", "m.xlf", XLIFF.format("ja", "en", unit('<target state="needs-translation">x</target>')).encode(), [TO_DO]),
    ("a copy", "m.xlf", XLIFF.format("ja", "en", unit("<target>開く</target>")).encode(), [COPY]),
    ("a copy that stays", "m.xlf", XLIFF.format("ja", "en", unit("<target>開く</target>", ' translate="no"')).encode(), []),
    ("none that stays", "m.xlf", XLIFF.format("ja", "en", unit("", ' translate="no"')).encode(), []),
    ("a group that stays", "m.xlf",
     XLIFF.format("ja", "en", f'<group translate="no">{unit("<target>開く</target>")}</group>').encode(), []),
    ("a copy to translate in it", "m.xlf",
     XLIFF.format("ja", "en", GROUP_OF_ONE).encode(),
     [COPY]),
    ("no target", "m.xlf2", XLIFF2.format("ja", "en", segment("")).encode(), [NONE]),
    ("an empty target", "m.xlf2", XLIFF2.format("ja", "en", segment("<target/>")).encode(), [NONE]),
    ("a copy that stays", "m.xlf2", XLIFF2.format("ja", "en", segment("<target>開く</target>", ' translate="no"')).encode(), []),
    ("another target language", "m.xlf2", XLIFF2.format("ja", "de", segment("")).encode(), []),
    ("no English", "m.tmx", tmx(tuv("ja", "開く"), tuv("ja", "灰") + tuv("en", "ash")), [NONE]),
    ("empty English", "m.tmx", tmx(tuv("ja", "開く") + tuv("en", "")), [NONE]),
    ("another language in its place", "m.tmx", tmx(tuv("ja", "開く") + tuv("de", "x"), tuv("ja", "灰") + tuv("en", "ash")), []),
    ("a table", "m.tsv", "ja\ten\n開く\t\n".encode(), [NONE]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("ja", "en", "source", "message"),
    [
        ("", "The weather was fine.", "ja", "There is no Japanese for this."),
        (" \n", "Back", "ja", "There is no Japanese for this."),
        ("", "This is an English remark.", "ja", "There is no Japanese for this."),
        ("天気がよかった。", "", "en", "There is no English for this."),
        ("", "The weather was fine.", "en", "There is no translation."),
        ("天気がよかった。", " ", "ja", "There is no translation."),
        ("", "--", "ja", ""),
        (" ", "  ", "ja", ""),
        ("（…）", "", "en", ""),
    ],
)
def test_a_side_is_empty(ja: str, en: str, source: str, message: str) -> None:
    found = list(check([(ja, en)], source=source))  # type: ignore[arg-type]
    assert [each.message for each in found] == [message] * bool(message)
    if message.endswith("for this."):
        assert (
            repair(found[0])
            == f"Give the {'Japanese' if source == 'ja' else 'English'} of “{(ja + en).strip()}”, or take it out."
        )
        assert found[0].severity == "warning"


@pytest.mark.parametrize(
    ("label", "name", "content", "messages"), CASES, ids=[f"{case[1]}: {case[0]}" for case in CASES]
)
def test_units(label: str, name: str, content: bytes, messages: list[str], tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    found = list(check(tmp_path / name))
    assert [(finding.kind, finding.message) for finding in found] == [("untranslated", message) for message in messages]
    assert all("Translate " in repair(finding) for finding in found)


@pytest.mark.parametrize(
    ("label", "name", "content", "messages"), CASES, ids=[f"{case[1]}: {case[0]}" for case in CASES]
)
def test_only_checks_read_them(label: str, name: str, content: bytes, messages: list[str], tmp_path: Path) -> None:
    """A pair that has no side is one of a table, or of a unit that has both, as before."""
    (tmp_path / name).write_bytes(content)
    empty = [pair for pair in read_pairs(tmp_path / name) if not all(pair)]
    assert bool(empty) == (label in ("empty English", "a table"))


def test_an_empty_side_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "m.po").write_text(PO.format("ja", 'msgid "open"\nmsgstr ""\n'), encoding="utf-8")
    assert main(["check", str(tmp_path / "m.po")]) == 1
    assert capsys.readouterr().out.splitlines()[1:] == ["  ⟦open⟧", "  (empty)"]


def test_ids_of_what_has_no_japanese_differ(tmp_path: Path) -> None:
    entries = 'msgid "open"\nmsgstr ""\n\nmsgid "close"\nmsgstr ""\n'
    (tmp_path / "m.po").write_text(PO.format("ja", entries), encoding="utf-8")
    assert len({finding.id for finding in check(tmp_path / "m.po")}) == 2


@pytest.mark.parametrize(
    ("entries", "code", "said"),
    [
        ("", 0, "nothing found in 1 pair"),
        ('#, fuzzy\nmsgid "3台"\nmsgstr "five"\n', 0, "nothing found in 1 pair; 1 fuzzy unit not checked"),
        ('#, fuzzy\nmsgid "3台"\nmsgstr "five"\n\n#, fuzzy\nmsgid "灰"\nmsgstr "ash"\n\nmsgid "開く"\nmsgstr ""\n', 1,
         "1 error; 2 fuzzy units not checked"),
    ],
)  # fmt: skip
def test_what_is_not_checked_is_said(
    entries: str, code: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "m.po").write_text(PO.format("en", f'msgid "火山"\nmsgstr "volcano"\n\n{entries}'), encoding="utf-8")
    assert main(["check", str(tmp_path / "m.po")]) == code
    assert capsys.readouterr().err == f"termalign: {said}\n"


JA = "警察庁が月曜日に特殊詐欺について発表した。"
EN = "The National Police Agency made an announcement about special fraud on Monday."
SWAPPED, ENGLISH, OTHER, REMARK = (
    "The Japanese and the English are swapped.", "There is English in the place of the Japanese.",
    "The translation is not in English.", "This is about the translation, and renders nothing of the Japanese.",
)  # fmt: skip
LANGUAGES: list[tuple[str, str, str, list[str]]] = [
    ("in the wrong order", EN, JA, [SWAPPED]),
    ("English twice", EN, EN, [ENGLISH]),
    ("English and other English", EN, "Something else was said by the police.", [ENGLISH]),
    ("German", JA, "Die nationale Polizeibehörde hat am Montag über besondere Betrugsfälle berichtet.", [OTHER]),
    ("French", JA, "L'agence nationale de police a annoncé lundi des fraudes spéciales.", [OTHER]),
    ("Vietnamese", JA, "Cảnh sát đã thông báo về các vụ lừa đảo đặc biệt vào thứ Hai.", [OTHER]),
    ("Russian", JA, "Полиция в понедельник сообщила о случаях мошенничества.", [OTHER]),
    ("Korean", JA, "경찰청은 월요일에 특수 사기에 대해 발표했다.", [OTHER]),
    ("romaji", JA, "Keisatsucho ga getsuyobi ni tokushu sagi ni tsuite happyo shita.", [OTHER]),
    ("a remark before", JA, f"Sure! Here is the translation:\n\n{EN}", [REMARK]),
    ("a prompt before", JA, f"Translate the following Japanese into English: {EN}", [REMARK]),
    ("a remark after", JA, f"{EN}\n\n(Note: I translated this as literally as possible.)", [REMARK]),
    ("remarks around", JA, f"**Translation:** {EN}\nWould you like another translation?", [REMARK, REMARK]),
    ("a refusal", JA, "I'm sorry, but I cannot translate this text.", [REMARK]),
    ("a translation", JA, EN, []),
    ("full-width letters", JA, "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in EN), []),
    ("names", "東京都千代田区霞が関", "Kasumigaseki, Chiyoda-ku, Tokyo-to", []),
    ("codes", "JAL 123", "JAL 123", []),
    ("a command on both sides", "git commit --amend --no-edit", "git commit --amend --no-edit", []),
    ("words in code", "``fun(arg)`` を呼ぶ。", "Call ``fun(arg)``, which ``sub(ein, zwei, drei, vier)`` calls.", []),
    (
        "what the Japanese says of it",
        "これは私の翻訳です。とても長い。",
        "This is my translation. It is very long.",
        [],
    ),
    (
        "a translation of 変換",
        "行末の変換を行う。次に保存する。",
        "It performs the translation of line ends. Then it saves.",
        [],
    ),
    (
        "a publication of the patent office",
        "特開2019-654321号公報に記載がある。",
        "It is described in Japanese Unexamined Patent Application Publication No. 2019-654321.",
        [],
    ),
    (
        "a utility model in small letters",
        "実公平5-12345号公報",
        "Japanese examined utility model publication H5-12345",
        [],
    ),
    ("a name with English in it", "英語版を見る。戻る。", "See the English version. Go back.", []),
]


@pytest.mark.parametrize(("label", "ja", "en", "messages"), LANGUAGES, ids=[case[0] for case in LANGUAGES])
def test_languages_and_remarks(label: str, ja: str, en: str, messages: list[str]) -> None:
    found = list(check([(ja, en)], kinds=["untranslated"]))
    assert [(finding.message, finding.severity) for finding in found] == [(message, "error") for message in messages]
    assert all(repair(finding).startswith("Take out") for finding in found if finding.message == REMARK)


def test_a_remark_is_marked_without_the_translation() -> None:
    (finding,) = check([(JA, f"Sure! Here is the translation: {EN}")], kinds=["untranslated"])
    assert finding.found == "Sure! Here is the translation:"


def test_a_file_in_the_wrong_order_is_said_unit_by_unit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "".join(f'{{"ja": "{EN} {k}", "en": "{JA}{k}"}}\n' for k in range(3))
    (tmp_path / "m.jsonl").write_text(rows, encoding="utf-8")
    assert main(["check", str(tmp_path / "m.jsonl")]) == 1
    assert capsys.readouterr().out.count(f"error untranslated  {SWAPPED}") == 3
