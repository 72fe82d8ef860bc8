"""Know which packages of a report that goes in several were taken in."""

from desktop.errors import PackageError
from desktop.operations.intake.kept_files import kept_path
from desktop.records.returns import Return
from desktop.store import records
from desktop.store.store import Store


def parts_held(store: Store, sender: str, package_id: str) -> frozenset[int]:
    """Return the numbers of the packages of a report that are here."""
    from desktop.files.package_header import read_header

    found = set[int]()
    where = {"sender": sender, "package_id": package_id}
    for one in records.find(store.reader, Return, where=where):
        place = kept_path(store, one.file_sha256)
        if not one.is_here or place is None:
            continue
        try:
            found.add(read_header(place).part)
        except PackageError:  # altered since: it counts as not there
            continue
    return frozenset(found)
