"""Parquet, read and written as plain rows. The only import of pyarrow."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow

# Rows unpacked at a time: a few megabytes of news.
BATCH_ROWS = 256


class BrokenTable(Exception):
    """A file that is not Parquet, or a damaged one."""


def row_groups(stream: IO[bytes]) -> int:
    """How many groups of rows a Parquet file has.

    Raises:
        BrokenTable: it is not one.
    """
    import pyarrow
    import pyarrow.parquet

    try:
        return int(pyarrow.parquet.ParquetFile(stream).num_row_groups)
    except (pyarrow.ArrowException, OSError) as problem:
        raise BrokenTable(f"not a Parquet file that can be read: {problem}") from None


def rows(
    stream: IO[bytes], groups: Sequence[int] | None = None
) -> Iterator[tuple[int, dict[str, object]]]:
    """The rows of some groups, each with its number in the file.

    Raises:
        BrokenTable: the file, or the rest of it, cannot be read.
    """
    import pyarrow
    import pyarrow.parquet

    try:
        table = pyarrow.parquet.ParquetFile(stream)
        chosen = range(table.num_row_groups) if groups is None else groups
        for group in chosen:
            place = sum(table.metadata.row_group(g).num_rows for g in range(group))
            for batch in table.iter_batches(BATCH_ROWS, row_groups=[group]):
                for row in batch.to_pylist():
                    yield place, row
                    place += 1
    except (pyarrow.ArrowException, OSError) as problem:
        raise BrokenTable(f"cannot be read as Parquet: {problem}") from None


def write(path: Path, rows: Iterable[Mapping[str, object]], columns: Mapping[str, str]) -> None:
    """A Parquet file of some rows; ``columns`` gives the Arrow type of each by name."""
    import pyarrow
    import pyarrow.parquet

    schema = pyarrow.schema([(name, _type(text)) for name, text in columns.items()])
    table = pyarrow.Table.from_pylist([dict(row) for row in rows], schema)
    pyarrow.parquet.write_table(table, path, compression="zstd")


def _type(name: str) -> "pyarrow.DataType":
    import pyarrow

    if name.endswith("[]"):
        return pyarrow.list_(_type(name.removesuffix("[]")))
    return pyarrow.type_for_alias(name)
