"""Furigana: the kana above kanji, and the characters to which they belong."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain, combinations
from operator import attrgetter

from termalign.english import gloss_keys
from termalign.japanese.aloud import behind_letters
from termalign.japanese.furigana import divide
from termalign.japanese.morpheme import NAME, NUMERAL, Morpheme, adjacent, joined, read, surface_of
from termalign.japanese.readings import Reading, readings
from termalign.japanese.spoken_numbers import as_counter
from termalign.japanese.tagger import tokenize
from termalign.japanese.text import JapaneseText
from termalign.japanese.told import Told, by_morphemes
from termalign.kana import all_katakana, has_kanji, is_kanji, kana_keys, latin_key, to_hiragana
from termalign.lexicon import Lexicon
from termalign.model import Link, Part
from termalign.names.generics import generic_phrases
from termalign.names.japanese_side import common_nouns
from termalign.termbase import Glossary
from termalign.termbase.romanized import told_readings
from termalign.text import Ruby, normalise, with_small_ke

_ROMANISED, _NAME = frozenset({"romaji", "name"}), frozenset({"name"})
_OF_WHOLES = frozenset({"place", "station", "organization", "work"})  # kinds of names
_COUNTER = "助数詞"
_start = attrgetter("start")


def furigana(
    text: str, links: Iterable[Link] = (), borders: Iterable[int] = (), glossary: Glossary | None = None
) -> list[Ruby]:
    """Return the kana above the kanji of a text, in order, without overlap.

    A term to which the glossary gives a reading has this reading. Another term that its English spells out (桜島, *Sakurajima*)
    has the reading of the English, or none if it has no such reading and is no word of the dictionary. A word that a dictionary
    reads in several ways has the reading that goes with the gloss of its English (清, *Qing*). Listed places and works have the
    reading of the dictionary. Other words have the reading of UniDic in their line. A counter after digits has none, because its
    reading depends on the number. Groups of kanji are split at `borders` (code points), and a group that cannot be split there
    is left out.

    Examples
    --------
    >>> [(ruby.kana, ruby.start, ruby.end) for ruby in furigana("桜島が噴火した")]
    [('さくらじま', 0, 2), ('ふんか', 3, 5)]
    """
    lexicon = Lexicon.default()
    text = with_small_ke(text)
    kept = set(borders)
    morphemes = [m for line in _lines(text) for m in _read(line, lexicon)]
    cuts = kept | {m.start for m in morphemes}
    found: list[Ruby] = []
    taken: set[int] = set()
    front: dict[int, tuple[str, str]] = {}  # what is before a code point, with its reading
    told = () if glossary is None else told_readings(text, glossary)
    said = [piece for each in told for piece in _told_pieces(text, each, lexicon)]
    for at, surface, kana in chain(said, _spelled_out(text, links, lexicon)):
        if not taken.isdisjoint(range(at, at + len(surface))):
            continue
        found += _above(text, at, surface, kana, cuts, kept, lexicon)
        taken.update(range(at, at + len(surface)))
        front[at + len(surface)] = surface, kana
    for m in morphemes:
        before, kana = front.get(m.start, ("", ""))
        if not (before[-1:].isdecimal() and _may_count(m)) and taken.isdisjoint(range(m.start, m.end)):
            found += _of_morpheme(text, _after_place(m, before, kana, lexicon), cuts, lexicon)
        front.setdefault(m.end, (m.surface, m.reading))
    return sorted(found)


def _told_pieces(text: str, told: Told, lexicon: Lexicon) -> Iterator[tuple[int, str, str]]:
    """Yield the start, the characters and the kana of the morphemes of a term with a reading of the glossary."""
    surface = text[told.start : told.end]
    pieces = tokenize(surface)
    kana = by_morphemes(pieces, told.kana, lexicon) if surface_of(pieces) == surface else None
    if kana is None:
        yield told.start, surface, told.kana
        return
    for piece, own in zip(pieces, kana, strict=True):
        yield told.start + piece.start, piece.surface, own


def within(rubies: Sequence[Ruby], start: int, end: int) -> Iterator[Ruby]:
    """Yield those of the sorted `rubies` that are above the code points ``start:end``."""
    for k in range(bisect_left(rubies, start, key=_start), len(rubies)):
        if rubies[k].end > end:
            return
        yield rubies[k]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text with their offsets: the terms of a list do not change each other's readings."""
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _may_count(m: Morpheme) -> bool:
    """Return whether a morpheme behind digits may be a counter, or goes on with the number: 3本, 95億, but not 4遺伝子."""
    return _COUNTER in m.pos or m.pos.startswith(NUMERAL) or as_counter(m) is not None


def _after_place(m: Morpheme, front: str, kana: str, lexicon: Lexicon) -> Morpheme:
    """Return the last morpheme of a listed place with the reading that it has there: 津幡|町 マチ, 能登|町 チョウ."""
    if len(m.surface) > 1 or not front:
        return m
    places = [name.reading for name in lexicon.names(front + m.surface) if "place" in name.kinds]
    listed = [reading[len(kana) :] for reading in places if reading.startswith(kana) and reading != kana]
    return m if m.reading in listed or not listed else m._replace(reading=listed[0])


def _read(line: tuple[int, str], lexicon: Lexicon) -> list[Morpheme]:
    """Return the morphemes of a line, and compounds with the reading of the dictionary: 日曜日 is not ニチヨウヒ."""
    offset, text = line
    japanese = JapaneseText(text)
    found = list(behind_letters(japanese.morphemes, lexicon))
    for a, b in reversed(japanese.runs):
        if b - a > 1 and not any(m.surface.isdecimal() for m in found[a:b]):
            found[a:b] = _run_read(found[a:b], lexicon)
    spans = (japanese.folded.raw_span(m.start, m.end) for m in found)
    return [m._replace(start=offset + start, end=offset + end) for m, (start, end) in zip(found, spans, strict=True)]


def _run_read(tagged: Sequence[Morpheme], lexicon: Lexicon) -> list[Morpheme]:
    """Return the morphemes of a noun run with the readings of the compounds that they form."""
    run, source = _likeliest(list(tagged), lexicon)
    if source != "jmdict" and not _is_listed(run, lexicon):
        run = list(tagged)
        for k in range(len(run) - 1):
            (first, second), _ = _likeliest(run[k : k + 2], lexicon)  # 左|大臣 in 左大臣藤原不比等
            known = _is_word(first, second, lexicon) or _is_listed((first, second), lexicon)
            if not first.pos.startswith(NUMERAL) and known:
                run[k : k + 2] = first, second
    for k in range(len(run) - 1, 0, -1):
        name, after = run[k - 1 : k + 1]
        if after.surface == "人" and "地名" in name.pos:
            run[k] = after._replace(reading="ジン")  # UniDic reads the suffix 人 always as ニン
        elif name.pos.startswith(NAME) and tagged[k] != after and _is_word(name, after, lexicon):
            run[k - 1 : k + 1] = [joined((name, after), after.pos, read((name, after)))]  # 大津|波: no name
    return run


def _likeliest(run: list[Morpheme], lexicon: Lexicon) -> tuple[list[Morpheme], str]:
    """Return the morphemes with their likeliest readings together, and the source, or as they are if those cut them otherwise."""
    best = next(iter(readings(run, lexicon)), None)
    if best is None or [s for s, _ in best.segments] != [m.surface for m in run]:
        return run, ""
    return [m._replace(reading=kana) for m, (_, kana) in zip(run, best.segments, strict=True)], best.source


def _is_word(name: Morpheme, after: Morpheme, lexicon: Lexicon) -> bool:
    kana = read((name, after))
    return adjacent(name, after) and any(kana in word.readings for word in lexicon.words(surface_of((name, after))))


def _is_listed(pieces: Sequence[Morpheme], lexicon: Lexicon) -> bool:
    """Return whether the dictionary of names lists morphemes with this reading as a place or a work: 東|大寺 トウダイジ."""
    kana, names = read(pieces), lexicon.names(surface_of(pieces))
    return any(name.reading == kana and not name.kinds.isdisjoint(_OF_WHOLES) for name in names)


def _spelled_out(text: str, links: Iterable[Link], lexicon: Lexicon) -> Iterator[tuple[int, str, str]]:
    """Yield the start, the characters and the kana of the pieces of terms that the English spells out.

    The kana are empty if no known reading agrees with the English.
    """
    end = 0
    sides: list[Link | Part] = []
    for link in links:
        sides += [link, *link.parts]
    for side in sorted(sides, key=_place):
        term = side.ja
        if term.start < end or not has_kanji(term.text) or normalise(term.text).text != text[term.start : term.end]:
            continue
        if _is_named_in_katakana(term.text):
            continue
        whole = isinstance(side, Link) and len(side.parts) > 0  # its parts show which words spell which of its pieces
        said = _as_said(side, whole or side.kind not in _ROMANISED, lexicon)
        if (
            isinstance(side, Link)
            and side.parts
            and side.kind in _NAME
            and not said
            and not _is_said_by_parts(side, lexicon)
        ):
            said = ((text[term.start : term.end], ""),)
        for surface, kana in said:
            start = text.index(surface, max(end, term.start))  # marks are between the pieces
            yield start, surface, kana
            end = start + len(surface)


def _is_named_in_katakana(term: str) -> bool:
    """Return whether the kanji of a name are common nouns behind katakana, and read as always: ルイジアナ州立大学."""
    cut = tokenize(term)
    return all_katakana(cut[0].surface) and not any(has_kanji(m.surface) and m.pos.startswith(NAME) for m in cut)


def _is_said_by_parts(link: Link, lexicon: Lexicon) -> bool:
    """Return whether the parts of a name spell it out, up to generic nouns: half a person's name says nothing of the other."""
    rest = list(with_small_ke(link.ja.text))
    for part in link.parts:
        if _as_said(part, part.kind not in _ROMANISED, lexicon):
            rest[part.ja.start - link.ja.start : part.ja.end - link.ja.start] = " " * len(part.ja.text)
    return all(map(_is_generic, "".join(rest).split()))


def _is_generic(rest: str) -> bool:
    """Return whether a piece of a name is a common noun, which English leaves out or translates, or has no kanji."""
    return not has_kanji(rest) or rest in generic_phrases() or rest in common_nouns()


def _as_said(side: Link | Part, whole: bool, lexicon: Lexicon) -> Sequence[tuple[str, str]]:
    """Return the pieces of a term that its English spells out, with their kana; with `whole`, all of them or none.

    A name may be spelled out up to its generic noun (輪島市, *Wajima*), and among other words (東大寺, *Todai-ji Temple*).
    """
    term, words = with_small_ke(side.ja.text), side.en.text.split()
    runs = [(0, len(words))] if whole else combinations(range(len(words) + 1), 2)
    said = {latin_key(" ".join(words[a:b])) for a, b in runs}
    found = [_pieces_said(reading, said, whole) for reading in readings(tokenize(term), lexicon)]
    pieces = max(found, key=_size, default=()) or _of_gloss(side, lexicon)
    if pieces and side.kind in _NAME and not _is_generic(term[_size(pieces) :]):
        return ((term, ""),)
    return pieces or (() if whole or lexicon.words(term) else ((term, ""),))


def _of_gloss(side: Link | Part, lexicon: Lexicon) -> Sequence[tuple[str, str]]:
    """Return a term with the reading of the words that have its English as a gloss, if other readings have not: 最中, *wafer*."""
    term, said = with_small_ke(side.ja.text), set(gloss_keys(side.en.text))
    words = lexicon.words(term)
    meant = [word for word in words if said and any(said.issubset(gloss.keys) for gloss in word.glosses)]
    if len(meant) in (0, len(words)) or any(read(tokenize(term)) in word.readings for word in meant):
        return ()
    return ((term, meant[0].reading),)


def _size(pieces: Sequence[tuple[str, str]]) -> int:
    return sum(len(surface) for surface, _ in pieces)


def _pieces_said(reading: Reading, said: Set[str], whole: bool) -> Sequence[tuple[str, str]]:
    """Return the first pieces of a reading that are spelled out together; with `whole`, all of them or none."""
    size = len(reading.segments)
    for count in (size,) if whole else range(size, 0, -1):
        pieces = reading.segments[:count]
        kana = "".join([kana for _, kana in pieces])
        borders = tuple([border for border in reading.borders if border < len(kana)])
        if not said.isdisjoint(kana_keys(kana, borders)):
            return pieces
    return ()


def _place(side: Link | Part) -> tuple[int, int]:
    """Sort terms by their places, the longer one first."""
    return side.ja.start, -side.ja.end


def _of_morpheme(text: str, m: Morpheme, cuts: set[int], lexicon: Lexicon) -> Iterator[Ruby]:
    # ㍿ is one character for two words, so no kana can be placed above either.
    if m.end - m.start == len(m.surface):
        yield from _above(text, m.start, m.surface, m.reading, cuts, cuts, lexicon)


def _above(
    text: str, start: int, surface: str, kana: str, cuts: set[int], borders: set[int], lexicon: Lexicon
) -> Iterator[Ruby]:
    """Yield the kana of a word, split at `cuts`; or in one group, unless that has one of the `borders` inside."""
    if not kana or not has_kanji(surface):
        return
    chars = divide(surface, kana, lexicon)
    if chars is not None:
        yield from _groups(text, start, chars, cuts)
    elif all(map(is_kanji, surface)) and borders.isdisjoint(range(start + 1, start + len(surface))):
        yield Ruby(start, start + len(surface), to_hiragana(kana))


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
