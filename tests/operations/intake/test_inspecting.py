"""Each content is looked at once, however often it was dropped."""

from desktop.files.arriving.kept import keep
from desktop.files.arriving.recognising import Recognised, What
from desktop.files.signatures.trust import Trust
from desktop.operations.intake.gathering import Item
from desktop.operations.intake.inspecting import Desk
from desktop.operations.intake.kept_files import received_folder
from desktop.progress import silent
from desktop.records.arrival import Arrival, Sorting
from desktop.store.store import Store
from tests.operations.intake.senders import Senders


def test_a_content_dropped_twice_is_read_once_under_two_names(
    office: Store, senders: Senders
) -> None:
    kept = keep(received_folder(office), senders["ui"])
    workbook = Recognised(What.WORKBOOK)
    items = [Item(name=name, kept=kept, found=workbook) for name in ("a", "b")]
    items.append(Item(name="c", found=Recognised(What.FOREIGN, ("empty",))))
    heard: list[Arrival] = []
    found = Desk(office, Trust(), silent, heard.append).inspect(items)
    assert [one.name for one in found] == ["a", "b", "c"]
    assert [one.sorting for one in found] == [
        Sorting.READY,
        Sorting.READY,
        Sorting.FOREIGN,
    ]
    assert found[0].path == found[1].path == kept.path
    assert sorted(one.name for one in heard) == ["a", "c"]
