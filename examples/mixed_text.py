"""One text with both languages in it: what its Japanese is called in its English.

Run it with ``python examples/mixed_text.py``.
"""

from pathlib import Path

from termalign import align_mixed

ARTICLE = Path(__file__).parent / "article.en.txt"


def main() -> None:
    alignment = align_mixed(ARTICLE.read_text(encoding="utf-8"))
    for link in alignment:
        line = alignment.en.count("\n", 0, link.en.start) + 1
        print(f"{link.ja.text} ↔ {link.en.text}  (line {line}, {link.kind}, {link.score:.2f})")


if __name__ == "__main__":
    main()
