"""The main job, once, from an installed wheel: run with ``python -I`` where nothing else is installed."""

import importlib
import sys
from importlib import metadata, resources

import termalign

JA = "匿名・流動型犯罪グループ"
EN = "Police call them Tokuryu, or Anonymous and Fluid Crime Groups."
EXPECTED = {"Tokuryu", "Anonymous and Fluid Crime Groups"}


def expect(condition: object, message: str) -> None:
    if not condition:
        sys.exit(f"wheel_alone: {message}")


expect(termalign.__file__.startswith(sys.prefix), f"termalign comes from {termalign.__file__}, not the wheel")
expect(termalign.__version__ == metadata.version("termalign"), "two versions")
expect(resources.files("termalign").joinpath("py.typed").is_file(), "no py.typed")

alignment = termalign.align([JA], EN)
for link in alignment:
    expect(link.ja.text == JA[link.ja.start : link.ja.end], f"{link.ja} does not slice back")
    expect(link.en.text == EN[link.en.start : link.en.end], f"{link.en} does not slice back")
    print(f"{link.ja.text} ↔ {link.en.text}  {link.kind} {link.score:.2f}")
found = {link.en.text for link in alignment}
expect(found == EXPECTED, f"expected {sorted(EXPECTED)}, found {sorted(found)}")

for extra in ("datasets", "pandas", "polars", "spacy", "spark"):
    try:
        importlib.import_module(f"termalign.integrations.{extra}")
    except ImportError as error:
        expect(f'pip install "termalign[{extra}]"' in str(error), f"{extra}: {error}")
    else:
        expect(False, f"termalign.integrations.{extra} was imported though nothing else is installed")

print("romanize:", termalign.romanize("警察庁", system="hepburn-macron"))
