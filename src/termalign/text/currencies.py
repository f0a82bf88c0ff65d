"""The signs of currencies before a number: $5, US$5, ¥500, ₩5,000."""

from typing import Final

SIGNS: Final = "$£€¥₩₹₱₫฿₽"
#: A pattern of a sign with the letters of its country, which a Japanese character may touch.
CURRENCY_SIGN: Final = rf"(?:(?<![A-Za-z])(?:US|HK|NZ|NT|A|C|S)(?=\$))?[{SIGNS}]"
