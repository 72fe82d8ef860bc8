"""Eight faults planted in a sound office, one of each kind (peers, idea 2)."""

import datetime as dt

from desktop.operations.entries.remove_entry import remove
from desktop.records.activity import Activity, AudienceCount
from desktop.records.finding import Check
from desktop.records.identity import Code, RecordId
from desktop.records.product import Posting
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.operations.sound_office import groups, proof

SILENT = "ubnd-xa-dak-la"
KINDS = frozenset(
    {
        Check.UNIT_MISSING,
        Check.PARTS_DIFFER,
        Check.ABOVE_DENOMINATOR,
        Check.DATE_OUTSIDE,
        Check.FAR_PASSED,
        Check.UNLIKE_PAST,
        Check.NO_EVIDENCE,
        Check.COUNTED_TWICE,
    }
)


def plant(store: Store) -> None:
    """Plant them all."""
    remove(store, Posting, (RecordId(f"posting-{SILENT}"),))
    with store.change("record_many") as change:
        for one in (*past_year(), *faults(groups(store)[0])):
            records.put(change, one)
            if isinstance(one, Activity) and one.id != "unproven":
                records.put(change, proof(str(one.id)))


def past_year() -> list[object]:
    """Return as many entries of the year before, and a contest of a hundred people."""
    day = dt.date(2023, 12, 1)
    found: list[object] = [
        builders.a_posting(
            id=f"past-{number}",
            title=f"Tin cũ số {number}",
            first_day=day,
            last_day=day,
        )
        for number in range(40)
    ]
    contest = builders.an_activity(
        "contest", id="past-contest", last_day=day, people=100, attendance=100
    )
    return [*found, contest]


def faults(group: str) -> list[object]:
    """Return the entries at fault: each says in its id what of."""
    return [
        builders.an_activity(
            "conference",
            id="parts",
            title="Hội nghị phổ biến kế hoạch",
            form="briefing",
            last_day=dt.date(2024, 2, 1),
            attendance=300,
            tasks=(builders.task("1.1"),),
            audiences=(
                AudienceCount(audience=Code("women"), attendance=200),
                AudienceCount(audience=Code("youth"), attendance=250),
            ),
        ),
        builders.an_activity(
            id="people",
            title="Tập huấn cán bộ",
            last_day=dt.date(2024, 3, 1),
            attendance=150,
            staff=(builders.staff(group, 120),),
        ),
        builders.an_activity(
            "conference",
            id="dates",
            title="Đợt quán triệt qua năm",
            form="briefing",
            first_day=dt.date(2023, 12, 20),
            last_day=dt.date(2024, 1, 5),
            attendance=50,
            tasks=(builders.task("1.1"),),
        ),
        *(
            builders.an_activity(
                "exhibition",
                id=f"exhibition-{month}",
                title=f"Triển lãm ảnh tháng {month}",
                form="exhibition_on_site",
                last_day=dt.date(2024, month, 15),
                partners=("so-tttt-kon-tum",),
                tasks=(builders.task("2.2"),),
            )
            for month in (4, 7, 10)
        ),
        builders.an_activity(
            "contest",
            id="past",
            title="Cuộc thi tìm hiểu pháp luật",
            last_day=dt.date(2024, 9, 1),
            people=1_500,
            attendance=1_500,
            tasks=(builders.task("5.1"),),
        ),
        builders.an_activity(
            "mobile_show",
            id="unproven",
            title="Xe loa tuyên truyền",
            last_day=dt.date(2024, 8, 1),
            attendance=70,
            tasks=(builders.task("3.4"),),
        ),
        *(
            builders.an_activity(
                "school_session",
                id=f"twin-{agency}",
                title="Ngoại khóa quyền trẻ em cho học sinh",
                form="extracurricular",
                last_day=dt.date(2024, 5, 5),
                place="Trường THCS Đăk Mar",
                agency=agency,
                attendance=90,
                tasks=(builders.task("3.5"),),
            )
            for agency in (builders.OWN, builders.UNIT)
        ),
    ]
