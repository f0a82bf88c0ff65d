"""The integration with Hugging Face datasets: the links of two columns of texts as a column of lists."""

from collections.abc import Mapping
from typing import Any, TypeVar

from termalign._version import __version__
from termalign.aligner import Aligner
from termalign.extras import missing
from termalign.integrations.cells import align_cells
from termalign.integrations.frames import free, named_once
from termalign.integrations.packing import pack, unpacked
from termalign.integrations.rows import COLUMNS, own_type, row_of

try:
    from datasets import Dataset, DatasetDict, Features, IterableDataset, IterableDatasetDict, List, Value
except ImportError as error:
    raise missing("datasets") from error

__all__ = ["LINKS", "AlignBatch", "with_links"]

AnyDataset = TypeVar("AnyDataset", Dataset, DatasetDict, IterableDataset, IterableDatasetDict)

_SETTLED = frozenset({"batched", "function", "input_columns", "with_indices", "with_rank", "with_split"})
_SCALARS = {str: Value("string"), int: Value("int64"), float: Value("float64")}

#: The feature of a column of links: a list of structs.
LINKS = own_type([COLUMNS], _SCALARS, List, dict)


class AlignBatch:
    """A function that aligns batches of a dataset, for ``dataset.map(AlignBatch(), batched=True)``.

    It is pickled as its settings. Equal settings give equal bytes, so `datasets` finds earlier results in its cache. With
    ``num_proc``, each process opens the dictionaries once.

    Parameters
    ----------
    ja : str
        The column of Japanese texts, or of lists of terms.
    en : str
        The column of English texts.
    translation : str, optional
        The column with both texts, if they are in one column as in translation datasets (``{"ja": …, "en": …}``). `ja` and
        `en` are then the language codes in that column.
    column : str
        The name of the column of links.
    coverage : str, optional
        The name of a column for the `Alignment.coverage` of each row, 0 to 1; without a name, there is none.
    aligner : Aligner, optional
        An aligner with your settings.

    Examples
    --------
    >>> batch = {"translation": [{"ja": "桜島が噴火した。", "en": "Sakurajima erupted."}, {"ja": None, "en": "Rain."}]}
    >>> links = AlignBatch(translation="translation")(batch)["links"]
    >>> [[link["en"] for link in row] for row in links]
    [['Sakurajima', 'erupted'], []]
    """

    def __init__(
        self,
        ja: str = "ja",
        en: str = "en",
        *,
        translation: str | None = None,
        column: str = "links",
        coverage: str | None = None,
        aligner: Aligner | None = None,
    ) -> None:
        self.ja = ja
        self.en = en
        self.translation = translation
        self.column = column
        self.coverage = coverage
        self.packed = pack(aligner)
        self.version = __version__  # so that results of another version are not taken from a cache

    def __call__(self, batch: Mapping[str, Any]) -> dict[str, list[Any]]:
        """Return the new columns for a batch, which maps the names of columns to lists of cells."""
        ja, en = (self._cells(batch, name) for name in (self.ja, self.en))
        found = list(align_cells((self.ja, ja), (self.en, en), unpacked(self.packed)))
        shares = {self.coverage: [alignment.coverage for alignment in found]} if self.coverage else {}
        return {self.column: [[row_of(link) for link in alignment] for alignment in found], **shares}

    def _cells(self, batch: Mapping[str, Any], name: str) -> list[Any]:
        if self.translation is None:
            return list(_column(batch, name))
        return [
            None if cell is None else _translated(row, self.translation, cell, name)
            for row, cell in enumerate(_column(batch, self.translation))
        ]


def with_links(
    dataset: AnyDataset,
    ja: str = "ja",
    en: str = "en",
    *,
    translation: str | None = None,
    column: str = "links",
    coverage: str | None = None,
    aligner: Aligner | None = None,
    **map_options: Any,
) -> AnyDataset:
    """Return the dataset with the links between the Japanese and English of each row, as a column of lists.

    Parameters
    ----------
    dataset : Dataset, DatasetDict, IterableDataset or IterableDatasetDict
        A dataset with a pair of texts in each row. If a text is None, the row has no links.
    ja, en, translation, column, coverage, aligner
        As for `AlignBatch`.
    **map_options
        Options for ``dataset.map``, such as ``num_proc`` and ``batch_size``. ``batched``, which is always true, and options
        that change the arguments of the function are not allowed.

    Returns
    -------
    Dataset, DatasetDict, IterableDataset or IterableDatasetDict
        `dataset` with a column of type `LINKS`, whose lists are empty if there are no links.

    Raises
    ------
    KeyError
        If there is no such column, or the column `translation` has no texts with these language codes.
    TypeError
        If a cell is not a text (the message gives its row in the batch, from 0), or an option of ``dataset.map`` is not
        allowed here.
    ValueError
        If the dataset already has a column with the name `column` or `coverage`.

    Examples
    --------
    >>> import datasets
    >>> news = datasets.Dataset.from_dict({"ja": ["桜島が噴火した。"], "en": ["Sakurajima erupted."]})
    >>> datasets.disable_progress_bars()
    >>> [link["en"] for link in with_links(news)[0]["links"]]
    ['Sakurajima', 'erupted']
    """
    map_options = {name: value for name, value in map_options.items() if (name, value) != ("batched", True)}
    if not isinstance(dataset, Dataset | DatasetDict | IterableDataset | IterableDatasetDict):
        raise TypeError(
            f"dataset must be a Dataset, not {type(dataset).__name__}: Dataset.from_dict makes one from columns"
        )
    if settled := _SETTLED.intersection(map_options):
        raise TypeError(
            f"with_links always maps batches: leave out {', '.join(sorted(settled))}; batch_size=1 maps single rows"
        )
    align = AlignBatch(ja, en, translation=translation, column=column, coverage=coverage, aligner=aligner)
    return _mapped(dataset, align, map_options)


def _mapped(dataset: Any, align: AlignBatch, options: Mapping[str, Any]) -> Any:
    """Return the dataset with its links, whose type is declared because a batch without links would not show it."""
    if isinstance(dataset, DatasetDict | IterableDatasetDict):
        return type(dataset)({name: _mapped(split, align, options) for name, split in dataset.items()})
    if dataset.features is None:  # a stream with unknown features
        return dataset.map(align, batched=True, **options)
    free(dataset.features, align.column, align.coverage)
    shares = {align.coverage: Value("float64")} if align.coverage else {}
    features = Features({**dataset.features, align.column: LINKS, **shares})
    gone = options.get("remove_columns") or ()
    for name in [gone] if isinstance(gone, str) else gone:
        features.pop(name, None)
    return dataset.map(align, batched=True, **{"features": features, **options})


def _column(batch: Mapping[str, Any], name: str) -> Any:
    named_once(batch, name)
    return batch[name]


def _translated(row: int, column: str, cell: Any, name: str) -> Any:
    """Return one text of a cell of translations."""
    if not isinstance(cell, Mapping):
        raise TypeError(
            f"row {row}, column {column!r}: expected a dictionary of translations by language, found {type(cell).__name__}"
        )
    if name not in cell:
        raise KeyError(f"no {name!r} in column {column!r}, row {row}; the languages are {', '.join(map(repr, cell))}")
    return cell[name]
