"""What a package's ids are here is found once for all files of a drop."""

from dataclasses import replace

from desktop.operations.intake.map_sender import Decision, map_sender
from desktop.operations.intake.translating import read_office, translate
from desktop.records.agency import Agency, Succession, SuccessionKind
from desktop.records.catalogue import CatalogueItem
from desktop.records.exchange import MappedKind
from desktop.records.exchange_entries import SentTask
from desktop.records.identity import AgencyId, Code, PlanId, TaskId
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.operations.intake.sent_packages import (
    COMMUNE,
    LAST,
    OTHER,
    a_header,
    an_agency_below,
    an_entry,
    entries_of,
    translated,
)

ELSEWHERE = "ke-hoach-khac"


def test_tasks_of_the_same_plan_are_the_same(store: Store) -> None:
    task = builders.task("2.2")
    found = translated(store, entries_of([an_entry(1, tasks=(task,))]))
    assert (found.sender, found.agency, found.prefix) == (
        COMMUNE,
        COMMUNE,
        f"{COMMUNE}.",
    )
    assert (found.tasks, found.unmapped) == ({task: task}, ())


def test_entries_count_for_whoever_took_over_from_their_agency(store: Store) -> None:
    with store.change("succeed") as change:
        merged = Succession(
            id="s1",
            kind=SuccessionKind.MERGED,
            day=LAST,
            predecessors=(AgencyId(COMMUNE),),
            successors=(AgencyId(OTHER),),
        )
        records.put(change, merged)
    found = translated(store, entries_of([an_entry(1)]))
    assert (found.sender, found.agency) == (COMMUNE, OTHER)
    assert found.agencies == {COMMUNE: OTHER}


def test_a_package_that_cannot_be_placed_asks_for_its_sender_alone(
    store: Store,
) -> None:
    stranger = Agency(id=AgencyId("xa-la"), name="Xã Lạ Hoắc")
    plain = entries_of([an_entry(1, agency="xa-la", tasks=("x",))], sender="xa-la")
    entries = replace(plain, agencies=(*plain.agencies, stranger))
    found = translated(store, entries, agency=stranger.name)
    assert (found.sender, found.agency) == (None, None)
    assert [one.kind for one in found.unmapped] == [MappedKind.AGENCY]


def test_parts_of_another_plan_left_out_knowingly_are_told(store: Store) -> None:
    plain = entries_of([an_entry(1, tasks=("k/1",))])
    other = replace(plain.plans[0], id=PlanId(ELSEWHERE), title="Kế hoạch khác hẳn")
    task = SentTask(
        id=TaskId("k/1"), plan=PlanId(ELSEWHERE), code="1", text="Việc khác hẳn"
    )
    entries = replace(plain, plans=(other,), tasks=(task,))
    (asked,) = translated(store, entries).unmapped
    assert asked.kind is MappedKind.PLAN
    map_sender(store, (Decision(unmapped=asked, ours=None),))
    found = translated(store, entries)
    assert (found.unmapped, found.tasks) == ((), {"k/1": None})
    assert found.reasons == (("parts_left", "1"),)


def test_what_one_file_adds_is_known_to_the_next_of_the_same_drop(
    store: Store,
) -> None:
    below = an_agency_below()
    value = CatalogueItem(catalogue="theme", code=Code("moi"), name="Chủ đề mới")
    plain = entries_of([an_entry(1, agency=below.id)])
    entries = replace(plain, agencies=(*plain.agencies, below), catalogue=(value,))
    office = read_office(store.reader)
    header = a_header(entries)
    first = translate(office, header, entries)
    assert [one.name for one in first.added] == [below.name]
    assert first.values == (value,)
    office.learn(first)
    second = translate(office, header, entries)
    assert (second.added, second.values, second.reasons) == ((), (), ())
    assert second.agencies == first.agencies
