"""Inline codes of XLIFF and TMX: what of them is text."""

from io import BytesIO
from pathlib import Path
from unicodedata import normalize
from xml.sax.saxutils import escape

import pytest
from bitexts import XLIFF, XLIFF2, tmx, tuv
from hypothesis import given
from hypothesis import strategies as st

from termalign.cli import main
from termalign.formats import read_pairs

# label, English with inline codes, its text
XLIFF_12 = [
    ("raised", '10<g id="1" ctype="x-superscript">3</g>/µL', "10³/µL"),
    ("raised by another name", '10<g id="1" ctype="x-html-SUP">-3</g>', "10⁻³"),
    ("lowered", 'CO<g id="1" ctype="x-subscript">2</g>', "CO₂"),
    ("lowered letters", 'C<g id="1" ctype="x-subscript">max</g>', "Cmax"),
    ("a raised fraction", '10<g id="1" ctype="x-superscript">0.5</g>', "10^0.5"),
    ("raised letters", 'days<g id="1" ctype="x-superscript">Note 1)</g>', "days^Note 1)"),
    ("a raised ordinal", 'the 1<g id="1" ctype="x-superscript">st</g>', "the 1st"),
    ("a raised sign", 'Tok<g id="1" ctype="x-superscript">®</g>', "Tok®"),
    ("nothing raised", '10<g id="1" ctype="x-superscript"/> L', "10 L"),
    ("raised within bold", '<g id="1">10<g id="2" ctype="superscript">3</g></g>/µL', "10³/µL"),
    ("two ends of HTML", '10<bpt id="1">&lt;sup&gt;</bpt>3<ept id="1">&lt;/sup&gt;</ept>/µL', "10³/µL"),
    ("two ends of RTF", 'm<bpt id="1">{\\super </bpt>2<ept id="1">}</ept> area', "m² area"),
    ("two ends that cross others", '<bpt id="1">&lt;sup&gt;</bpt>2<bpt id="2">&lt;b&gt;</bpt>3<ept id="1">x</ept>4<ept id="2"/>',
     "²³4"),
    ("two ends with a kind", '10<bx id="1" rid="9" ctype="x-sup"/>6<ex id="2" rid="9"/> cells', "10⁶ cells"),
    ("two codes of HTML", '10<ph id="1">&lt;sup class="a"&gt;</ph>3<ph id="2">&lt;/sup&gt;</ph>/µL', "10³/µL"),
    ("two codes of Angular", '10<x id="START" ctype="x-sup" equiv-text="&lt;sup&gt;"/>3<x id="CLOSE" ctype="x-sup" '
     'equiv-text="&lt;/sup&gt;"/>/µL', "10³/µL"),
    ("two codes with a kind", '10<x id="1" ctype="x-sup"/>3<x id="2" ctype="x-sup"/>/µL', "10³/µL"),
    ("a tag of Trados", '10<bpt id="1">&lt;cf superscript="on"&gt;</bpt>3<ept id="1">&lt;/cf&gt;</ept>/µL', "10³/µL"),
    ("an element of HTML", "10<sup>3</sup> of H<sub>2</sub>O", "10³ of H₂O"),
    ("a break of HTML", "ash<br/>fire", "ash\nfire"),
    ("a space", '30<x id="1" equiv-text="&#160;"/>mL', "30\u00a0mL"),
    ("a space by its name", '30<ph id="1">&amp;nbsp;</ph>mL', "30\u00a0mL"),
    ("a sign by its name", '30<ph id="1">&amp;#177;</ph>2', "30±2"),
    ("bold", '<g id="1" ctype="bold">5</g> mg, <bpt id="2">&lt;b&gt;</bpt>5<ept id="2">&lt;/b&gt;</ept> mg', "5 mg, 5 mg"),
    ("an end without its start", '10<ept id="1">&lt;/sup&gt;</ept>3', "103"),
    ("a start without its end", '10<bpt id="1">&lt;sup&gt;</bpt>3', "103"),
    ("another end", '10<bpt id="1">&lt;sup&gt;</bpt>3<ept id="2">&lt;/b&gt;</ept>4', "1034"),
    ("a word that begins like it", '10<g id="1" ctype="x-supplier">3</g><ph id="2">&lt;support/&gt;</ph>4', "1034"),
    ("a line break within", '10<g id="1" ctype="x-sup">3<x id="2" ctype="lb"/>4</g>', "103\n4"),
    ("a tag that is text", "10&lt;sup&gt;3&lt;/sup&gt;/µL", "10<sup>3</sup>/µL"),
    ("a letter", 'a<x id="1" equiv-text="b"/>c', "ac"),
    ("a brace", 'a<ph id="1">{</ph>c', "ac"),
    ("text for translators", 'a<ph id="1" equiv-text="[image]"/>c', "ac"),
    ("a text in a code", 'a<ph id="1">&lt;img alt="<sub>b</sub>"/&gt;</ph>c', "ac"),
]  # fmt: skip
XLIFF_20 = [
    ("raised", '10<pc id="1" type="fmt" subType="fmt:sup">3</pc>/µL', "10³/µL"),
    ("raised by its style", '10<pc id="1" fs:fs="sup" xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0">3</pc>/µL', "10³/µL"),
    ("raised in the original", '10<pc id="1" dataRefStart="s">3</pc>/µL', "10³/µL"),
    ("two ends", '10<sc id="1" dataRef="s"/>3<ec startRef="1"/>/µL', "10³/µL"),
    ("an equivalent", '10<pc id="1" equivStart="&lt;sup&gt;">3</pc>/µL', "10³/µL"),
    ("a space", '30<ph id="1" equiv="&#160;"/>mL', "30\u00a0mL"),
    ("bold", '<pc id="1" type="fmt" subType="xlf:b">5</pc> mg', "5 mg"),
    ("another end", '10<sc id="1" dataRef="s"/>3<ec startRef="2"/>4', "1034"),
    ("the display of a code", '10<ph id="1" disp="3"/>4', "104"),
]
TMX = [
    ("raised", '10<hi type="sup">3</hi>/µL', "10³/µL"),
    ("two ends of HTML", '10<bpt i="1">&lt;sup&gt;</bpt>3<ept i="1">&lt;/sup&gt;</ept>/µL', "10³/µL"),
    ("two ends of RTF", '10<bpt i="1">{\\super </bpt>5<ept i="1">}</ept> copies', "10⁵ copies"),
    ("two codes of RTF", '10<ph x="1">{\\super </ph>5<ph x="2">}</ph> copies', "10⁵ copies"),
    ("two parts", '10<it pos="begin">&lt;sup&gt;</it>5<it pos="end">&lt;/sup&gt;</it> copies', "10⁵ copies"),
    ("bold", '<ph x="1">&lt;b&gt;</ph>10<ph x="2">&lt;/b&gt;</ph> mg', "10 mg"),
    ("a term", '10<hi type="superb">3</hi>', "103"),
]


def files(body: str) -> dict[str, bytes]:
    data = '<originalData><data id="s">&lt;sup&gt;</data></originalData>'
    return {
        "m.xlf": XLIFF.format(
            "ja", "en", f'<trans-unit id="1"><source>灰</source><target>{body}</target></trans-unit>'
        ).encode(),
        "m.xlf2": XLIFF2.format(
            "ja", "en", f'<unit id="1">{data}<segment><source>灰</source><target>{body}</target></segment></unit>'
        ).encode(),
        "m.tmx": tmx(tuv("ja", "灰") + tuv("en", body)),
    }


#: English with codes that the header of a file of Trados defines
TRADOS = [
    ("raised", 'below 10<g id="5">3</g>/µL', "below 10³/µL"),
    ("lowered", 'H<g id="6">2</g>O', "H₂O"),
    ("a line break", 'ash<x id="7"/>fire', "ash\nfire"),
    ("a placeholder", 'ash in <x id="8"/>', "ash in {0}"),
    ("bold", '<g id="9">5</g> mg', "5 mg"),
    ("a code without a definition", '10<g id="3">3</g>/µL', "103/µL"),
]
TAGS = {5: "<cf superscript=True>", 6: "<cf subscript=True>", 7: "<br/>", 8: "{0}", 9: "<cf bold=True>"}


@pytest.mark.parametrize(("label", "body", "text"), TRADOS, ids=[label for label, *_ in TRADOS])
def test_codes_of_trados(label: str, body: str, text: str, tmp_path: Path) -> None:
    names = {number: "ph" if number in (7, 8) else "bpt" for number in TAGS}
    tags = "".join(
        f'<tag id="{k}"><{names[k]}>{escape(tag)}</{names[k]}><fmt id="1"/></tag>' for k, tag in TAGS.items()
    )
    header = f'<header><tag-defs xmlns="http://sdl.com/FileTypes/SdlXliff/1.0">{tags}</tag-defs></header><body>'
    (tmp_path / "m.sdlxliff").write_bytes(files(body)["m.xlf"].replace(b"<body>", header.encode()))
    assert list(read_pairs(tmp_path / "m.sdlxliff")) == [("灰", text)]


CASES = [(name, *case) for name, cases in (("m.xlf", XLIFF_12), ("m.xlf2", XLIFF_20), ("m.tmx", TMX)) for case in cases]


@pytest.mark.parametrize(
    ("name", "label", "body", "text"), CASES, ids=[f"{name}: {label}" for name, label, *_ in CASES]
)
def test_texts(name: str, label: str, body: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(files(body)[name])
    assert list(read_pairs(tmp_path / name)) == [("灰", text)]


@given(st.lists(st.integers(0, 99).map(str), min_size=1, max_size=5), st.sampled_from(["x-superscript", "bold"]))
def test_all_figures_stay(figures: list[str], kind: str) -> None:
    body = "".join(f'{figure}<g id="{k}" ctype="{kind}">{figure}</g>' for k, figure in enumerate(figures))
    ((_, text),) = read_pairs(BytesIO(files(body)["m.xlf"]), format="xliff")
    assert normalize("NFKC", text) == "".join(figure * 2 for figure in figures)
    assert (text == normalize("NFKC", text)) == (kind == "bold")


def test_what_is_lost_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = '<g id="1">5</g> × 10<g id="2" ctype="x-sup">3</g><x id="3" ctype="lb"/>a<x id="4" equiv-text="%s"/>'
    (tmp_path / "m.xlf").write_bytes(files(body)["m.xlf"])
    for target, lost in (("n.tsv", "2 inline codes, 1 line break"), ("n.tmx", "2 inline codes")):
        assert main(["convert", str(tmp_path / "m.xlf"), str(tmp_path / target)]) == 0
        left_out = capsys.readouterr().err.splitlines()[0].partition("left out: ")[2]
        assert left_out == lost
    assert list(read_pairs(tmp_path / "n.tsv")) == [("灰", "5 × 10³ a%s")]
    assert list(read_pairs(tmp_path / "n.tmx")) == [("灰", "5 × 10³\na%s")]
