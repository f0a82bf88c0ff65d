"""Terms that no text of the tests mentions: with them, the index decides which terms of a list a text may mention."""

TOWNS = [f"{name}{kind}" for name in "東西南北上中下大小新元本高青赤白黒金銀森林川" for kind in "町村駅港"]
