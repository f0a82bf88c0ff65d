"""The compilation of lexicon files: the packaged one from `jamdict-data`, others from newer dictionary files."""

import gc
import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from pathlib import Path
from sqlite3 import connect

from termalign.formats.writing import written
from termalign.lexicon.compiler import Compiler
from termalign.lexicon.records import KanjiRecord, NameRecord, Source, WordRecord
from termalign.lexicon.seal import sealed
from termalign.lexicon.store import PACKAGED, LexiconError, opened

__all__ = ["build_lexicon"]

_PARTS = ("words", "names", "kanji")

# Rows of the meta table that say what the packaged lexicon is made from.
_COMPILER, _SUPPLEMENT, _STEMMER, _JAMDICT = "digest.compiler", "digest.supplement", "simplemma", "jamdict-data"

# Modules that a compiled file does not depend on.
_RUN_TIME_ONLY = frozenset(
    {
        "__init__.py",
        "description.py",
        "entries.py",
        "lexicon.py",
        "metadata.py",
        "store.py",
    }
)


@dataclass(slots=True)
class Parts:
    """The parts of a lexicon. Parts that are None are copied from a base."""

    words: Iterable[WordRecord] | None = None
    names: Iterable[NameRecord] | None = None
    kanji: Iterable[KanjiRecord] | None = None
    supplement: Iterable[WordRecord] | None = None  # words that come after those of the dictionary
    added: Iterable[WordRecord] = ()  # the user's own words, which come last


def build_packaged(out: Path = PACKAGED, names: Callable[[], Path] | None = None) -> Path:
    """Compile the lexicon of the package from `jamdict-data`, which must be installed.

    `names`, if given, is called after everything else is compiled, and returns the path of a lexicon with the names, made by
    `build_names`.
    """
    from termalign.lexicon.sources.jamdict import JamdictData
    from termalign.lexicon.sources.supplement import supplementary_words

    data = JamdictData()
    with _new_lexicon(out, made_from() | source_meta(data.sources())) as compiler:
        compiler.kanji(data.kanji())
        compiler.words(data.words())
        compiler.supplement(supplementary_words())
        if names is None:
            compiler.names(data.names())
        else:
            compiler.take_over(names(), ("names",))
    return out


def renew_supplement(out: Path = PACKAGED) -> Path:
    """Compile the tables of the supplement anew. All else is copied from `out`, made by `build_packaged`.

    The result has the same bytes as if everything had been compiled.
    """
    from termalign.lexicon.sources.supplement import supplementary_words

    meta = {_JAMDICT: _meta(out)[_JAMDICT]} | made_from()
    write_lexicon(out, Parts(supplement=supplementary_words()), meta=meta, base=out)
    return out


def build_names(out: Path) -> Path:
    """Compile only the names of `jamdict-data`: a third of the work, which a second process can do."""
    from termalign.lexicon.sources.jamdict import JamdictData

    with _new_lexicon(out, {}) as compiler:
        compiler.names(JamdictData().names())
    return out


def up_to_date(out: Path = PACKAGED, *, supplement: bool = True) -> bool:
    """Return whether `build_packaged` made `out` from the installed sources and the present code and tables.

    If `supplement` is false, changes in the tables of the supplement do not count.
    """
    try:
        made = _meta(out)
    except LexiconError:
        return False
    return all(made.get(key) == value for key, value in made_from().items() if supplement or key != _SUPPLEMENT)


def build_lexicon(
    out: str | Path,
    *,
    jmdict: str | Path | None = None,
    jmnedict: str | Path | None = None,
    kanjidic: str | Path | None = None,
    edict: str | Path | None = None,
    enamdict: str | Path | None = None,
    base: str | Path | None = None,
    add: Iterable[str | Path] = (),
) -> Path:
    """Compile dictionary files, gzip or not, into a lexicon for ``Lexicon(out)``.

    Parameters
    ----------
    out : path-like
        The file to write. An older one is replaced only when the new one is complete.
    jmdict, edict : path-like, optional
        Words: a JMdict or JMdict_e file (XML), or an EDICT or EDICT2 file (EUC-JP or UTF-8).
    jmnedict, enamdict : path-like, optional
        Names: a JMnedict file (XML), or an ENAMDICT file.
    kanjidic : path-like, optional
        Characters: a KANJIDIC2 file (XML).
    base : path-like, optional
        The lexicon from which parts without a file are copied; by default the packaged one.
    add : iterable of path-like
        Words of your own, which are added to the others and come after them in a look-up: EDICT or EDICT2 files, or tables
        (``.csv .tsv .xlsx``) with columns such as ``ja``, ``reading`` and ``en``, as for `Glossary.read`.

    Returns
    -------
    Path
        `out`.

    Raises
    ------
    DictionaryError
        If a file is malformed, or a word with kanji has no reading; the message names the file and the line.
    FormatError
        If a table cannot be read.
    LexiconError
        If a part is missing, and there is no base to copy it from.
    ValueError
        If no file is given, or two for the same part.
    TypeError
        If `add` is a path instead of a list of paths.
    OSError
        If a file cannot be read or written.
    """
    if jmdict and edict:
        raise ValueError("words come from jmdict or from edict, not from both")
    if jmnedict and enamdict:
        raise ValueError("names come from jmnedict or from enamdict, not from both")
    from termalign.lexicon.sources.added import added_words

    if isinstance(add, str | Path):
        raise TypeError(f"add must be a list of files: [{str(add)!r}]")
    files = list(map(Path, add))
    parts, sources = _read(jmdict=jmdict, jmnedict=jmnedict, kanjidic=kanjidic, edict=edict, enamdict=enamdict)
    if not sources and not files:
        raise ValueError("no dictionary file is given")
    below = None if len(sources) == len(_PARTS) else PACKAGED if base is None else Path(base)
    try:
        meta = source_meta(sources)
        if files:
            known = meta.get("source.words") or ("" if below is None else _meta(below).get("source.words", ""))
            meta["source.words"] = _with_names(known, files)
            parts.added = chain.from_iterable(map(added_words, files))
        write_lexicon(Path(out), parts, meta=meta, base=below)
    except LexiconError as error:
        raise LexiconError(
            f"the parts without a file are copied from {below}, which is not a termalign lexicon of this version: {error}"
        ) from error
    return Path(out)


def _with_names(source: str, files: Iterable[Path]) -> str:
    """Return the source of the words, as `source_meta` writes it, with the names of the files that were added."""
    name, tab, rest = source.partition("\t")
    return f"{' + '.join([name, *(file.name for file in files)])}{tab}{rest}"


def _read(**files: str | Path | None) -> tuple[Parts, list[Source]]:
    """Return readers of the given files, and the sources that the files declare."""
    from termalign.lexicon.sources import edict, edrdg

    paths = {kind: Path(path) for kind, path in files.items() if path is not None}
    parts, sources = Parts(), []
    if path := paths.get("jmdict"):
        parts.words = edrdg.jmdict_words(path)
        sources.append(edrdg.commented_source("words", path, "JMdict"))
    if path := paths.get("edict"):
        parts.words = edict.edict_words(path)
        sources.append(edict.text_source("words", "EDICT", path))
    if path := paths.get("jmnedict"):
        parts.names = edrdg.jmnedict_names(path)
        sources.append(edrdg.commented_source("names", path, "JMnedict"))
    if path := paths.get("enamdict"):
        parts.names = edict.enamdict_names(path)
        sources.append(edict.text_source("names", "ENAMDICT", path))
    if path := paths.get("kanjidic"):
        parts.kanji = edrdg.kanjidic_characters(path)
        sources.append(edrdg.kanjidic_source(path))
    return parts, sources


def write_lexicon(out: Path, parts: Parts, *, meta: dict[str, str], base: Path | None = None) -> None:
    """Compile `parts` into `out`; an existing file is replaced only when the new one is complete."""
    inherited = {} if base is None else _meta(base)
    taken_over = [part for part in _PARTS if getattr(parts, part) is None]
    sources = {f"source.{part}": inherited.get(f"source.{part}", "") for part in taken_over if base is not None}
    with _new_lexicon(out, sources | meta) as compiler:
        if base is not None:
            compiler.take_over(base, taken_over)
            if parts.words is None and parts.supplement is not None:
                compiler.without_supplement(inherited)
        if parts.kanji is not None:
            compiler.kanji(parts.kanji)
        if parts.words is not None:
            compiler.words(parts.words)
        if parts.supplement is not None:
            compiler.supplement(parts.supplement)
        compiler.add(parts.added)
        if parts.names is not None:
            compiler.names(parts.names)


@contextmanager
def _new_lexicon(out: Path, meta: dict[str, str]) -> Iterator[Compiler]:
    """Open a compiler, and write the file `out` at the end of the block."""
    from termalign.english.gloss import gloss_keys

    out.parent.mkdir(parents=True, exist_ok=True)
    # uri, because `take_over` attaches the base by its URI
    with written(out) as file, closing(connect(":memory:", uri=True)) as database:
        compiler = Compiler(database, gloss_keys)
        with _without_garbage_collection():
            yield compiler
            compiler.finish(meta)
        file.write(sealed(database.serialize()))


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Disable garbage collection in a block, where it would take a fifth of the time: millions of records have no cycles."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def source_meta(sources: Iterable[Source]) -> dict[str, str]:
    """Return the ``source.*`` rows of the meta table."""
    return {f"source.{source.part}": "\t".join((source.name, source.version, source.date)) for source in sources}


def made_from() -> dict[str, str]:
    """Return the rows of the meta table that say what the packaged lexicon is made from.

    They are digests of the compiler's code and of the tables of the supplement, and the versions of two packages.
    `jamdict-data` is left out where it is not installed, because only the compilation needs it.
    """
    package = Path(__file__).parent
    folders = (package, package.parent / "english")
    used = sorted(file for folder in folders for file in folder.rglob("*") if file.suffix in (".py", ".tsv"))
    digests = {_COMPILER: hashlib.sha256(), _SUPPLEMENT: hashlib.sha256()}
    for file in used:
        if file.name not in _RUN_TIME_ONLY:
            digest = digests[_SUPPLEMENT if file.parent.name == "supplement" else _COMPILER]
            digest.update(file.relative_to(package.parent).as_posix().encode() + b"\0" + file.read_bytes())
    found = {name: digest.hexdigest()[:32] for name, digest in digests.items()}
    found[_STEMMER] = version(_STEMMER)
    with suppress(PackageNotFoundError):
        found[_JAMDICT] = version(_JAMDICT)
    return found


def _meta(path: Path) -> dict[str, str]:
    with closing(opened(str(path))) as database:
        return dict(database.execute("SELECT key, value FROM meta"))
