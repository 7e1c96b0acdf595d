"""What all results share: iterating, a table in a notebook, Arrow, pandas, sources and queries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, overload

from tieline.model.errors import MissingDataError
from tieline.report.tables import Type, html_table
from tieline.report.wording import plural

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

T = TypeVar("T")
_SHOWN = 50


class Result(Generic[T]):
    """What all results share. Iterating gives the items, `rows()` the same as flat rows; `len()` and places count items."""

    columns: ClassVar[Mapping[str, Type]]
    brief: ClassVar[Sequence[str]]

    def __iter__(self) -> Iterator[T]:
        raise NotImplementedError

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        return tuple(self)[at]

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self}; {plural(len(self), 'row')}>"

    def rows(self) -> list[dict[str, Any]]:
        """Flat rows, a dictionary each, with the keys of `columns`."""
        raise NotImplementedError

    @property
    def sources(self) -> tuple[str, ...]:
        """Where it is from: citations and addresses of the figures, or who states the claims."""
        return ()

    @property
    def sql(self) -> tuple[str, ...]:
        """The queries behind it, as they were run."""
        return ()

    def to_arrow(self) -> pa.Table:
        """Give the rows as an Arrow table with fixed types."""
        import pyarrow as pa  # noqa: PLC0415

        types = {"text": pa.string(), "number": pa.float64(), "whole": pa.int64(), "yes": pa.bool_()}
        return pa.Table.from_pylist(
            self.rows(), pa.schema([(name, types[kind]) for name, kind in self.columns.items()])
        )

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows for whatever takes Arrow's C stream: `polars.DataFrame(report)`, `pyarrow.table(report)`."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def to_pandas(self) -> pd.DataFrame:
        """Give the rows as a data frame.

        Raises:
            MissingDataError: pandas is not installed.
        """
        try:
            import pandas as pd  # noqa: PLC0415
        except ImportError as error:
            raise MissingDataError("pandas is not installed; `pip install 'tieline[pandas]'` adds it") from error
        return pd.DataFrame(self.rows(), columns=list(self.columns))

    def _repr_html_(self) -> str:
        return html_table(self.rows(), self.brief, caption=str(self), most=_SHOWN)
