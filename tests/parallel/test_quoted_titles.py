"""The one title that both sides have in quotation marks is one link; speech, and titles of which there are more, are not."""

import pytest

from termalign import align


@pytest.mark.parametrize(
    ("ja", "en", "link"),
    [
        (
            "『進撃の巨人』の作者は日田市出身だ。",
            'The author of "Attack on Titan" is from Hita.',
            ("進撃の巨人", "Attack on Titan"),
        ),
        (
            "「薬屋のひとりごと」の作者",
            "The author of “The Apothecary Diaries.”",
            ("薬屋のひとりごと", "The Apothecary Diaries"),
        ),
        (
            "映画『君の名は』と『すずめの戸締まり』の監督",
            'The director of "Your Name" and "Suzume"',
            ("君の名は", "Your Name"),
        ),
    ],
)
def test_title(ja: str, en: str, link: tuple[str, str]) -> None:
    assert link in [(found.ja.text, found.en.text) for found in align(ja, en)]


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("「今年は良い年だった」と語った。", 'He said, "Last Year Was Good."'),  # a sentence
        ("『進撃の巨人』の作者", 'He said it was "quite a surprise."'),  # no title
        ("『進撃の巨人』と『薬屋のひとりごと』の作者", 'The authors of "One Piece" and "Bleach"'),  # which is which
        (
            "『進撃の巨人』の作者は東京大学を出た。",
            'The author left "Tokyo University" early.',
        ),  # that is another term's
    ],
)
def test_no_title(ja: str, en: str) -> None:
    assert not [found for found in align(ja, en) if found.kind == "context" and len(found.ja.text) > 4]
