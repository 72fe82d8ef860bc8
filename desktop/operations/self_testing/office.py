"""Try the office file: make one, record in it, find it, take it back, back it up."""

from desktop.operations.self_testing.bench import Bench
from desktop.store import probing

TITLE = "Nguồn Thử Quỳnh Đậu"
_ASKED = "quynh dau"


def engine(bench: Bench) -> str:  # noqa: ARG001  every probe takes the bench
    """Try what is built into SQLite."""
    return probing.try_engine()


def office(bench: Bench) -> str:
    """Record a source of data, find it without its marks, undo that.

    Raises:
        ValueError: It is not found, or still found afterwards.
    """
    from desktop.operations.history.undo import undo
    from desktop.store import search

    store = bench.store
    _record(bench)
    found = len(search.find(store.reader, _ASKED))
    undo(store)
    left = len(search.find(store.reader, _ASKED))
    if (found, left) != (1, 0):
        raise ValueError(str((found, left)))
    return f"journal {probing.journal_of(store.path)}; {store.path.parent.parent}"


def backup(bench: Bench) -> str:
    """Back the office up, and check both it and its history.

    Raises:
        ValueError: Its history does not hold together.
    """
    from desktop.operations.offices.back_up import back_up
    from desktop.operations.offices.check_office import check_office

    kept = back_up(bench.store, bench.folder / "ban-sao.stt").value
    health = check_office(bench.store).value
    if not health.good:
        raise ValueError(str(health))
    return f"{kept.path.stat().st_size} B; {health.journal_head[:16]}"


def _record(bench: Bench) -> None:
    from desktop.operations.entries.record_entry import new_record_id, record
    from desktop.records.product import DataSource
    from desktop.store import preferences

    own = preferences.get(bench.store.reader)
    if own is None:
        raise LookupError(bench.office)
    record(
        bench.store,
        DataSource(
            id=new_record_id(),
            name=TITLE,
            agency=own.agency,
            recorded_on=bench.now.date(),
        ),
    )
