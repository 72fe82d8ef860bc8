"""The hashes of signed copies are known, of an open file and of one that is not."""

from desktop.records.issued import CopyFormat, IssuedCopy
from desktop.store import records, signed_copies
from desktop.store.store import Store
from tests.builders import NOW


def test_only_signed_copies_are_told(store: Store) -> None:
    with store.change("attach_issued_copy") as change:
        for copy_format in (CopyFormat.PDF, CopyFormat.SIGNED):
            copy = IssuedCopy(
                id=str(copy_format),
                report="x",
                format=copy_format,
                file_name=f"{copy_format}.pdf",
                sha256=str(copy_format)[:1] * 64,
                size=1,
                made_at=NOW,
            )
            records.put(change, copy)
    assert signed_copies.hashes(store.reader) == {"s" * 64: "signed.pdf"}
    store.close()
    assert signed_copies.hashes_of_file(store.path) == {"s" * 64: "signed.pdf"}
