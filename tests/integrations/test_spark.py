"""Spark on this machine: real workers, many pairs, and the same links as in one process."""

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from news import PAIRS, many_pairs

from termalign import Aligner, extract
from termalign.formats.pairs import Unit
from termalign.integrations import pandas
from termalign.integrations.rows import COLUMNS, row_of

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pd = pytest.importorskip("pandas")
pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
pytest.importorskip("pyspark")

pytestmark = [
    pytest.mark.skipif(
        shutil.which("java") is None and "JAVA_HOME" not in os.environ,
        reason="Spark needs Java: apt-get install openjdk-17-jre-headless",
    ),
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),  # PySpark 4.0 leaves its own open
]

AUDIT = Path(__file__).parent.parent / "support" / "worker_audit"
WORKERS = 2
TASKS = 8
MANY = 800
IN_ORDER = [("id", "ascending"), ("ja_start", "ascending"), ("en_start", "ascending")]


@pytest.fixture(scope="module")
def openings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that says which worker opened what, see `worker_audit`."""
    return tmp_path_factory.mktemp("spark") / "openings.tsv"


@pytest.fixture(scope="module")
def spark(openings: Path) -> "Iterator[SparkSession]":
    from pyspark.sql import SparkSession

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        session = (
            SparkSession.builder.master(f"local[{WORKERS}]")
            # Settings, not variables: the pages have begun a JVM in this process, if their tests came first.
            .config("spark.executorEnv.PYTHONPATH", str(AUDIT))
            .config("spark.executorEnv.OPENINGS_LOG", str(openings))
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.shuffle.partitions", str(WORKERS))
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", "25")
            .getOrCreate()
        )
        session.sparkContext.setLogLevel("ERROR")
        yield session
        session.stop()


def opened_by_workers(openings: Path) -> Counter[tuple[str, ...]]:
    """How often each worker has opened what, so far."""
    lines = openings.read_text(encoding="utf-8").splitlines() if openings.exists() else []
    return Counter(tuple(line.split("\t")) for line in lines)


def test_many_pairs(spark: "SparkSession", openings: Path, tmp_path: Path) -> None:
    """In dozens of batches and eight tasks: one process's links, and each worker opens its dictionaries once."""
    from termalign.integrations import spark as module

    before = opened_by_workers(openings)
    pairs = pd.DataFrame(many_pairs(MANY), columns=["ja", "en"])
    pairs["id"] = range(MANY)
    pq.write_table(pa.Table.from_pandas(pairs), tmp_path / "pairs.parquet")

    frame = spark.read.parquet(str(tmp_path / "pairs.parquet")).repartition(TASKS)
    module.align_frame(frame).write.parquet(str(tmp_path / "links"))
    found = pq.read_table(tmp_path / "links").sort_by(IN_ORDER)

    expected = pandas.align_frame(pairs, keep=["id"]).drop(columns="row")
    assert len(expected) > MANY
    assert found.equals(pa.Table.from_pandas(expected, schema=found.schema, preserve_index=False).sort_by(IN_ORDER))

    opened = opened_by_workers(openings)
    workers = {pid for pid, _ in opened}
    assert 1 <= len(workers) <= WORKERS
    assert str(os.getpid()) not in workers
    assert all(opened[pid, "database"] == 1 for pid in workers)
    assert all(opened[pid, "aligner"] - before[pid, "aligner"] <= 1 for pid in workers)  # other tests have others


def test_the_columns_are_those_of_every_frame(spark: "SparkSession") -> None:
    from termalign.integrations import spark as module

    frame = module.align_frame(spark.createDataFrame(PAIRS, "ja string, en string"))
    assert frame.columns == list(COLUMNS)
    assert [row.asDict(recursive=True) for row in frame.collect()] == [
        row_of(link) for ja, en in PAIRS for link in Aligner().align(ja, en)
    ]


def test_what_stands_beside_a_link_is_untouched(spark: "SparkSession") -> None:
    """Big integers beside nulls, times, decimals and arrays come back as they went."""
    from termalign.integrations import spark as module

    kept = [
        (2**60 + 1, True, datetime(2024, 1, 2, 3, 4, 5, 678_901), Decimal("1.10"), [1, None]),
        (None, None, None, None, None),
        (2**60 + 3, False, None, None, []),
    ]
    schema = "id long, b boolean, time timestamp, amount decimal(10,2), numbers array<int>, ja string, en string"
    frame = spark.createDataFrame([(*row, "桜島", "Sakurajima") for row in kept], schema).coalesce(1)
    found = module.align_frame(frame).collect()
    assert [tuple(row)[:5] for row in found] == kept
    assert [(row.ja, row.en) for row in found] == [("桜島", "Sakurajima")] * 3


def test_a_column_of_links(spark: "SparkSession") -> None:
    from termalign.integrations import spark as module

    rows = [("a", "桜島", "Sakurajima"), ("b", None, "Sakurajima"), ("c", "桜島", None), ("d", "雨。", "Hello.")]
    frame = module.with_links(spark.createDataFrame(rows, "id string, ja string, en string"), column="found")
    assert frame.schema["found"].dataType == module.LINKS
    assert {row.id: [link.en for link in row.found] for row in frame.collect()} == {
        "a": ["Sakurajima"], "b": [], "c": [], "d": []
    }  # fmt: skip
    shares = module.with_links(spark.createDataFrame(rows, "id string, ja string, en string"), coverage="share")
    assert shares.columns == ["id", "ja", "en", "links", "share"]
    expected = {"a": Aligner().align("桜島", "Sakurajima").coverage, "b": 0, "c": 0, "d": 0}
    assert {row.id: row.share for row in shares.collect()} == expected


def test_lists_of_terms_and_settings(spark: "SparkSession") -> None:
    from termalign.integrations import spark as module

    frame = spark.createDataFrame(
        [(["匿流", None, "桜島"], "the moles of Sakurajima")], "terms array<string>, text string"
    )
    aligner = Aligner(glossary={"匿流": "mole"})
    found = module.align_frame(frame, "terms", "text", aligner=aligner).collect()
    assert [(row.ja, row.en, row.kind) for row in found] == [
        ("匿流", "moles", "glossary"), ("桜島", "Sakurajima", "romaji")
    ]  # fmt: skip


def test_an_encoder_of_the_script_goes_to_the_workers(spark: "SparkSession") -> None:
    """Its class is nowhere that a worker could import it from."""
    from termalign.integrations import spark as module

    script: dict[str, Any] = {"__name__": "__main__"}
    exec(
        "class Lengths:\n    def encode(self, texts):\n        return [[1.0, float(len(text))] for text in texts]\n",
        script,
    )
    aligner = Aligner(encoder=script["Lengths"]())
    frame = spark.createDataFrame(PAIRS, "ja string, en string")
    found = [row.asDict(recursive=True) for row in module.align_frame(frame, aligner=aligner).collect()]
    assert found == [row_of(link) for ja, en in PAIRS for link in aligner.align(ja, en)]


def test_columns_that_cannot_be_aligned(spark: "SparkSession") -> None:
    from termalign.integrations import spark as module

    frame = spark.createDataFrame([(1, "桜島", "Sakurajima", 0.5)], "n int, ja string, en string, score double")
    with pytest.raises(TypeError, match="df must be a Spark DataFrame, not list"):
        module.with_links([])  # type: ignore[arg-type]
    with pytest.raises(KeyError, match="no column 'text'; the columns are 'n', 'ja'"):
        module.align_frame(frame, "text")
    with pytest.raises(TypeError, match="column 'n': expected text, found int"):
        module.with_links(frame, "ja", "n")
    with pytest.raises(TypeError, match="aligner must be an Aligner, not the class"):
        module.with_links(frame, aligner=Aligner)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="2 columns are named 'ja'"):
        module.align_frame(frame.join(frame.select("n", "ja"), "n"))
    assert "row_score" in module.align_frame(frame).columns
    assert module.align_frame(frame, keep=["n"]).columns == ["n", *COLUMNS]


@pytest.mark.parametrize("column", ["links", "ja"])
def test_no_column_is_replaced(column: str, spark: "SparkSession") -> None:
    from termalign.integrations import spark as module

    frame = spark.createDataFrame([("灰", "ash", 1)], "ja string, en string, links int")
    with pytest.raises(ValueError, match=f"there is a column '{column}' already: rename or drop it"):
        module.with_links(frame, column=column)
    assert module.with_links(frame, column="found").columns == ["ja", "en", "links", "found"]


def test_terms_of_a_frame(spark: "SparkSession") -> None:
    """Pooled from the workers, they are those of one process; a pair without a text says nothing."""
    from termalign.integrations.spark import extract_frame

    rows = [(f"unit {k}", ja, en) for k, (ja, en) in enumerate(PAIRS)]
    frame = spark.createDataFrame([*rows, ("none", None, "Rain.")], "id string, ja string, en string")
    found = extract_frame(frame.repartition(3), unit="id", examples=0)
    here = extract([Unit(ja, en, name) for name, ja, en in rows], examples=0)
    assert {(entry.ja, entry.units, *(en.text for en in entry.en)) for entry in found} == {
        (entry.ja, entry.units, *(en.text for en in entry.en)) for entry in here
    }
    assert {"桜島", "犯罪グループ"} <= {entry.ja for entry in found}
    assert found.units == len(PAIRS)


def test_terms_want_text(spark: "SparkSession") -> None:
    from termalign.integrations.spark import extract_frame

    with pytest.raises(TypeError, match="expected text"):
        extract_frame(spark.createDataFrame([(["灰"], "ash")], "ja array<string>, en string"))
