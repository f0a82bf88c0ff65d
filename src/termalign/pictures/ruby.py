"""Furigana: the kana above kanji, and the characters to which they belong."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from termalign.japanese.furigana import divide
from termalign.japanese.morpheme import Morpheme, adjacent, joined, read, surface_of
from termalign.japanese.readings import readings
from termalign.japanese.tagger import tokenize
from termalign.japanese.text import JapaneseText
from termalign.kana import has_kanji, is_kanji, kana_keys, latin_key, to_hiragana
from termalign.lexicon import Lexicon
from termalign.model import Link, Part, Span
from termalign.text import normalise

_NAME, _NUMERAL = "名詞-固有名詞", "名詞-数詞"


class Ruby(NamedTuple):
    """Hiragana above the code points ``start:end`` of the caller's text."""

    start: int
    end: int
    kana: str


def furigana(text: str, links: Iterable[Link] = (), borders: Iterable[int] = ()) -> list[Ruby]:
    """Return the kana above the kanji of a text, in order, without overlap.

    A term that its English spells out (桜島, *Sakurajima*) has the reading of the English, and other words that of UniDic. A
    counter after digits has none, because its reading depends on the number. Groups of kanji are split at `borders` (code
    points), and a group that cannot be split there is left out.

    Examples
    --------
    >>> [(ruby.kana, ruby.start, ruby.end) for ruby in furigana("桜島が噴火した")]
    [('さくらじま', 0, 2), ('ふんか', 3, 5)]
    """
    lexicon = Lexicon.default()
    morphemes = _read(text, lexicon)
    cuts = set(borders) | {m.start for m in morphemes}
    confirmed = list(_confirmed(text, links, lexicon))
    found = [ruby for start, chars in confirmed for ruby in _groups(text, start, chars, cuts)]
    taken = {at for start, chars in confirmed for at in range(start, start + len(chars))}
    front = {start + len(chars): (text[start : start + len(chars)], "".join(chars)) for start, chars in confirmed}
    for m in morphemes:
        before, kana = front.get(m.start, ("", ""))
        if not before[-1:].isdecimal() and taken.isdisjoint(range(m.start, m.end)):
            found += _of_morpheme(text, _after_place(m, before, kana, lexicon), cuts, lexicon)
        front.setdefault(m.end, (m.surface, m.reading))
    return sorted(found)


def _after_place(m: Morpheme, front: str, kana: str, lexicon: Lexicon) -> Morpheme:
    """Return the last morpheme of a listed place with the reading that it has there: 津幡|町 マチ, 能登|町 チョウ."""
    if len(m.surface) > 1 or not front:
        return m
    places = [name.reading for name in lexicon.names(front + m.surface) if "place" in name.kinds]
    listed = [reading[len(kana) :] for reading in places if reading.startswith(kana) and reading != kana]
    return m if m.reading in listed or not listed else m._replace(reading=listed[0])


def _read(text: str, lexicon: Lexicon) -> list[Morpheme]:
    """Return morphemes with offsets into `text`, and compounds with the reading of the dictionary: 日曜日 is not ニチヨウヒ."""
    japanese = JapaneseText(text)
    found = list(japanese.morphemes)
    for a, b in reversed(japanese.runs):
        run = found[a:b]
        if len(run) == 1 or any(m.surface.isdecimal() for m in run):
            continue
        whole, source = _likeliest(run, lexicon)
        if source == "jmdict":
            run = whole
        else:
            for k in range(len(run) - 1):
                (first, second), _ = _likeliest(run[k : k + 2], lexicon)  # 左|大臣 in 左大臣藤原不比等
                if not first.pos.startswith(_NUMERAL) and _is_word(first, second, lexicon):
                    run[k : k + 2] = first, second
        for k in range(len(run) - 1, 0, -1):
            name, after = run[k - 1 : k + 1]
            if after.surface == "人" and "地名" in name.pos:
                run[k] = after._replace(reading="ジン")  # UniDic reads the suffix 人 always as ニン
            elif name.pos.startswith(_NAME) and found[a + k] != after and _is_word(name, after, lexicon):
                run[k - 1 : k + 1] = [joined((name, after), after.pos, read((name, after)))]  # 大津|波: no name
        found[a:b] = run
    spans = (japanese.folded.raw_span(m.start, m.end) for m in found)
    return [m._replace(start=start, end=end) for m, (start, end) in zip(found, spans, strict=True)]


def _likeliest(run: list[Morpheme], lexicon: Lexicon) -> tuple[list[Morpheme], str]:
    """Return the morphemes with their likeliest readings together, and the source, or as they are if those cut them otherwise."""
    best = next(iter(readings(run, lexicon)), None)
    if best is None or [s for s, _ in best.segments] != [m.surface for m in run]:
        return run, ""
    return [m._replace(reading=kana) for m, (_, kana) in zip(run, best.segments, strict=True)], best.source


def _is_word(name: Morpheme, after: Morpheme, lexicon: Lexicon) -> bool:
    kana = read((name, after))
    return adjacent(name, after) and any(kana in word.readings for word in lexicon.words(surface_of((name, after))))


def _confirmed(text: str, links: Iterable[Link], lexicon: Lexicon) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the start of each term whose reading the English spells out, with the kana of each character."""
    end = 0
    spelled_out = [(side.ja, side.en) for link in links for side in (link.parts or (link,)) if _sounds(side)]
    for term, english in sorted(spelled_out, key=_place):
        if term.start < end or not has_kanji(term.text) or normalise(term.text).text != term.text:
            continue
        spelled = latin_key(english.text)
        for reading in readings(tokenize(term.text), lexicon):
            if spelled in kana_keys(reading.kana, reading.borders):
                chars = divide(term.text, reading.kana, lexicon)
                if chars is not None:
                    yield term.start, chars
                    end = term.end
                break


def _place(pair: tuple[Span, Span]) -> int:
    return pair[0].start


def _sounds(side: Link | Part) -> bool:
    return side.kind in ("romaji", "name")


def _of_morpheme(text: str, m: Morpheme, cuts: set[int], lexicon: Lexicon) -> Iterator[Ruby]:
    if m.end - m.start != len(m.surface) or not m.reading or not has_kanji(m.surface):
        return  # ㍿ is one character for two words, so no kana can be placed above either
    chars = divide(m.surface, m.reading, lexicon)
    if chars is not None:
        yield from _groups(text, m.start, chars, cuts)
    elif all(map(is_kanji, m.surface)) and cuts.isdisjoint(range(m.start + 1, m.end)):
        yield Ruby(m.start, m.end, to_hiragana(m.reading))


def _groups(text: str, start: int, chars: tuple[str, ...], cuts: set[int]) -> Iterator[Ruby]:
    """Yield adjacent kanji of one morpheme together, because kana over a whole word are easier to read and to place."""
    first = start
    for at, kana in enumerate(chars, start):
        last = at == start + len(chars) - 1
        if not is_kanji(text[at]) and text[at] != "々":
            first = at + 1
        elif last or at + 1 in cuts or not (is_kanji(text[at + 1]) or text[at + 1] == "々"):
            reading = "".join(chars[first - start : at - start + 1])
            if kana:
                yield Ruby(first, at + 1, to_hiragana(reading))
            first = at + 1
