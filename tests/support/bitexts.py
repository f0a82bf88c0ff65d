"""Bitexts as other tools write them, to be filled in."""

TMX = '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header/><body>\n{}\n</body></tmx>'
XLIFF = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
    '<file source-language="{0}" target-language="{1}" original="a" datatype="plaintext"><body>\n{2}\n</body></file></xliff>'
)
XLIFF2 = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="{0}" trgLang="{1}"><file id="f">\n{2}\n'
    "</file></xliff>"
)
PO = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n{}'


def tmx(*units: str) -> bytes:
    return TMX.format("\n".join(f"<tu>{unit}</tu>" for unit in units)).encode()


def tuv(code: str, segment: str) -> str:
    return f'<tuv xml:lang="{code}"><seg>{segment}</seg></tuv>'
