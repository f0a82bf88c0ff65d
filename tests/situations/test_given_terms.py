"""Terms that the caller marks: each has a link or is unaligned, and what is left over renders no name and no figure."""

import pytest

from termalign import Aligner

ALIGNER = Aligner()


@pytest.mark.parametrize(
    ("ja", "en", "terms", "links", "unaligned"),
    [
        pytest.param(
            "東京都渋谷区",
            "Shibuya Ward, Tokyo",
            ["東京都渋谷区", "東京都", "渋谷区"],
            {"東京都渋谷区": "Shibuya Ward, Tokyo", "東京都": "Tokyo", "渋谷区": "Shibuya Ward"},
            [],
            id="marks within a mark",
        ),
        pytest.param(
            "日本銀行の植田和男総裁",
            "Bank of Japan Governor Kazuo Ueda",
            ["日本銀行", "植田和男", "日本銀行の植田和男総裁"],
            {
                "日本銀行": "Bank of Japan",
                "植田和男": "Kazuo Ueda",
                "日本銀行の植田和男総裁": "Bank of Japan Governor Kazuo Ueda",
            },
            [],
            id="a name, an office and both",
        ),
        pytest.param(
            "ワシントンで会見した。", "He met reporters.", ["ワシントン"], {}, ["ワシントン"], id="place left out"
        ),
        pytest.param(
            "東京電力は処理水の放出を24日午後1時に始めた。",
            "Tokyo Electric Power Company then began releasing treated water.",
            ["東京電力", "24日午後1時"],
            {"東京電力": "Tokyo Electric Power Company"},
            ["24日午後1時"],
            id="time left out",
        ),
        pytest.param(
            "グーグルは新しい指針を出した。",
            "It issued new guidelines.",
            ["グーグル"],
            {},
            ["グーグル"],
            id="firm left out",
        ),
        pytest.param(
            "桜島が噴火した。", "Sakurajima erupted yesterday.", ["。"], {}, ["。"], id="a mark of punctuation"
        ),
        pytest.param(
            "能登半島地震で石川県輪島市の朝市通りが全焼した。",
            "Asaichi Street in Wajima City, Ishikawa Prefecture, burned down.",
            ["能登半島地震", "石川県輪島市", "朝市通り"],
            {"石川県輪島市": "Wajima City, Ishikawa Prefecture", "朝市通り": "Asaichi Street"},
            ["能登半島地震"],
            id="no word is used twice",
        ),
        pytest.param(
            "国立がん研究センターによると、3億円が影響を受けた。",
            "According to the National Cancer Center, 300 million yen was affected.",
            ["国立がん研究センター"],
            {"国立がん研究センター": "National Cancer Center"},
            [],
            id="what opens a sentence is no name",
        ),
    ],
)
def test_given_terms(ja: str, en: str, terms: list[str], links: dict[str, str], unaligned: list[str]) -> None:
    found = ALIGNER.align(ja, en, terms=terms)
    assert {link.ja.text: link.en.text for link in found} == links
    assert [span.text for span in found.unaligned] == unaligned
