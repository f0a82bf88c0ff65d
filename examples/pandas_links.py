"""pandas: what the terms of a text are called in its translation, paragraph by paragraph, the surest first.

Run it with ``python examples/pandas_links.py``; it needs ``pip install "termalign[pandas]"``.
"""

from pathlib import Path

EXAMPLES = Path(__file__).parent


def main() -> None:
    import pandas as pd

    from termalign.integrations.pandas import align_frame

    texts = {side: (EXAMPLES / f"article.{side}.txt").read_text(encoding="utf-8") for side in ("ja", "en")}
    paragraphs = pd.DataFrame({side: text.split("\n") for side, text in texts.items()})
    links = align_frame(paragraphs).sort_values("score", ascending=False)
    print(links[["row", "ja", "en", "kind", "score"]].head(10).to_string(index=False))


if __name__ == "__main__":
    main()
