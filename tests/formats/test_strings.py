"""Two files of a program's strings: Android, JSON, ARB and Java properties."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from termalign.cli import main
from termalign.formats import FormatError, read_pairs
from termalign.formats.pairs import Unit, read_units

Output = pytest.CaptureFixture[str]


def written(folder: Path, suffix: str, ja: str, en: str) -> tuple[str, str]:
    paths = folder / f"ja{suffix}", folder / f"en{suffix}"
    for path, text in zip(paths, (ja, en), strict=True):
        path.write_text(text, encoding="utf-8")
    return str(paths[0]), str(paths[1])


def android(content: str) -> str:
    return (
        f'<?xml version="1.0"?>\n<resources xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2">{content}</resources>\n'
    )


PLURAL = '<plurals name="n"><item quantity="one">{}</item><item quantity="other">{}</item></plurals>'
GOOD: list[tuple[str, str, str, str, list[tuple[str, str, str]]]] = [
    ("keys in another order", ".json", '{"a": "灰", "b": "火"}', '{"b": "fire", "a": "ash"}',
     [("a", "灰", "ash"), ("b", "火", "fire")]),
    ("nested", ".json", '{"menu": {"a": "灰", "list": ["火", {"b": "水"}]}}',
     '{"menu": {"list": ["fire", {"b": "water"}], "a": "ash"}}',
     [("menu.a", "灰", "ash"), ("menu.list[0]", "火", "fire"), ("menu.list[1].b", "水", "water")]),
    ("values that are no texts", ".json", '{"a": "灰", "n": 3, "t": true, "z": null}',
     '{"a": "ash", "n": 3, "t": true, "z": null}',
     [("a", "灰", "ash")]),
    ("attributes of ARB", ".arb", '{"@@locale": "ja", "a": "灰", "@a": {"description": "x"}}', '{"@@locale": "en", "a": "ash"}',
     [("a", "灰", "ash")]),
    ("properties", ".properties", "# c\n! d\na = 灰\nb:火\nc\\ d 水\ne=\n", "a=ash\nb=fire\nc\\ d=water\ne=\n",
     [("a", "灰", "ash"), ("b", "火", "fire"), ("c d", "水", "water"), ("e", "", "")]),
    ("escapes of properties", ".properties", "a=\\u7070\\n\\ud842\\udfb7\nb=C:\\\\\n", "a=ash \\\n   and\\tfire\nb=C:\\\\\n",
     [("a", "灰\n𠮷", "ash and\tfire"), ("b", "C:\\", "C:\\")]),
    ("Android", ".xml", android('<string name="a">灰</string>\n<string name="b">%1$d個の<b>火</b> &amp; 水</string>'),
     android("<string name=\"b\">It\\'s  %1$d\n <b>fire</b> &amp; \\u0077ater</string><string name=\"a\">ash\\n</string>"),
     [("a", "灰", "ash\n"), ("b", "%1$d個の火 & 水", "It's %1$d fire & water")]),
    ("quotation marks of Android", ".xml", android('<string name="a">灰</string>'),
     android('<string name="a">"ash  \\"x\\" "</string>'),
     [("a", "灰", 'ash  "x"')]),
    ("plurals of Android", ".xml", android('<plurals name="n"><item quantity="other">%d個</item></plurals>'),
     android(PLURAL.format("%d unit", "%d units")), [("n:one", "%d個", "%d unit"), ("n:other", "%d個", "%d units")]),
    ("the same plurals in both", ".xml", android(PLURAL.format("1個", "%d個")), android(PLURAL.format("a unit", "%d units")),
     [("n:one", "1個", "a unit"), ("n:other", "%d個", "%d units")]),
    ("arrays of Android", ".xml", android('<string-array name="l"><item>灰</item><item>火</item></string-array>'),
     android('<string-array name="l"><item>ash</item><item>fire</item></string-array>'),
     [("l[0]", "灰", "ash"), ("l[1]", "火", "fire")]),
    ("what stays as it is", ".xml", android('<string name="a" translatable="false">X</string>'), android(""), []),
    ("a key of the English only", ".json", '{"a": "灰"}', '{"a": "ash", "b": "fire"}', [("a", "灰", "ash")]),
    ("plurals of i18next", ".json", '{"n_other": "{{count}}個"}', '{"n_one": "a unit", "n_other": "{{count}} units"}',
     [("n_one", "{{count}}個", "a unit"), ("n_other", "{{count}}個", "{{count}} units")]),
    ("plurals of Rails", ".json", '{"n": {"other": "%{count}個"}}', '{"n": {"one": "a unit", "other": "%{count} units"}}',
     [("n.one", "%{count}個", "a unit"), ("n.other", "%{count}個", "%{count} units")]),
    ("keys that only look like plurals", ".json", '{"a:other": "灰"}',
     '{"a:other": "ash", "b:one": "fire"}', [("a:other", "灰", "ash")]),
]  # fmt: skip


@pytest.mark.parametrize(("label", "suffix", "ja", "en", "units"), GOOD, ids=[case[0] for case in GOOD])
def test_strings(label: str, suffix: str, ja: str, en: str, units: list[tuple[str, str, str]], tmp_path: Path) -> None:
    paths = written(tmp_path, suffix, ja, en)
    assert [(unit.id, unit.ja, unit.en) for unit in read_units(paths)] == units
    assert list(read_pairs(paths)) == [unit[1:] for unit in units]


def test_a_key_of_the_japanese_only_is_untranslated(tmp_path: Path) -> None:
    paths = written(tmp_path, ".properties", "a=灰\nb=火\n", "\na=ash\n")
    assert list(read_units(paths, every=True)) == [
        Unit("灰", "ash", "a", line=2),
        Unit("火", "", "b", state="untranslated"),
    ]
    assert list(read_pairs(paths)) == [("灰", "ash")]


@pytest.mark.parametrize(
    ("suffix", "content", "message"),
    [
        (".json", '{"a": ', "expected a JSON object"),
        (".json", '["灰"]', "expected a JSON object, found"),
        (".arb", "[" * 100_000, "expected a JSON object"),
        (".xml", "<tmx/>", "expected <resources>, found <tmx>"),
        (".xml", "<resources><string>", "expected well-formed XML"),
        (".xml", '<!DOCTYPE r [<!ENTITY a "b">]><resources/>', "entit"),
        (".properties", "a=\0", "NUL"),
    ],
)
def test_broken_files(suffix: str, content: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=message):
        list(read_pairs(written(tmp_path, suffix, content, content)))


@pytest.mark.parametrize("suffix", [".json", ".arb", ".properties", ".xml"])
@given(text=st.text(max_size=60) | st.text("\\=: \n\"'{}[]<>/u0aA灰", max_size=60))
@example(text="\\")
@example(text='{"a": "\\ud800"}')
def test_any_content_is_read_or_refused(suffix: str, text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("any")
    paths = folder / f"a{suffix}", folder / f"b{suffix}"
    for path in paths:
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        units = list(read_units(paths))
    except FormatError:
        return
    assert all(unit.ja == unit.en for unit in units)


def test_check(tmp_path: Path, capsys: Output) -> None:
    paths = written(tmp_path, ".json", '{"a": "3個", "b": "火"}', '{"a": "4 items"}')
    assert main(["check", *paths]) == 1
    out = capsys.readouterr().out
    assert "en.json a  error number" in out
    assert "en.json b  error untranslated" in out


def test_other_commands(tmp_path: Path, capsys: Output) -> None:
    paths = written(tmp_path, ".arb", '{"a": "火山", "b": "火山の灰"}', '{"b": "ash of the volcano", "a": "volcano"}')
    assert main(["align", "--format", "tsv", *paths]) == 0
    assert "1\t火山\tvolcano" in capsys.readouterr().out
    assert main(["extract", "--format", "tsv", *paths]) == 0
    assert "火山\tvolcano" in capsys.readouterr().out
    assert main(["words", *paths]) == 2
    assert "found bitexts" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "extract", "align"])
def test_one_file_is_not_enough(command: str, tmp_path: Path, capsys: Output) -> None:
    path = written(tmp_path, ".json", "{}", "{}")[0]
    assert main([command, path]) == 2
    assert "ja.json" in (said := capsys.readouterr().err) or "two texts, JA EN" in said


def test_files_of_different_formats_are_lines(tmp_path: Path) -> None:
    written(tmp_path, ".json", "灰\n", "")
    written(tmp_path, ".arb", "", "ash\n")
    assert list(read_pairs((tmp_path / "ja.json", tmp_path / "en.arb"))) == [("灰", "ash")]
