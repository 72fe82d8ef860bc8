"""Files of one drop are held against each other: nothing wins in silence."""

import datetime as dt
from dataclasses import replace

from desktop.records.arrival import Sorting
from desktop.records.returns import ReturnKind
from desktop.rules.intake.beside import beside
from desktop.rules.intake.statements import ticked_at_first
from tests.rules.intake.files import an_arrival


def test_of_two_versions_the_lower_one_is_old() -> None:
    old, new = an_arrival("cũ.xlsx"), an_arrival("mới.xlsx", version=2)
    first, second = beside([old, new])
    assert (first.sorting, first.reasons) == (
        Sorting.OLDER,
        (("newer_here", "2", "mới.xlsx"),),
    )
    assert second.sorting is Sorting.READY


def test_two_contents_of_one_version_are_rivals_and_neither_is_ticked() -> None:
    found = tuple(beside([an_arrival("a.xlsx"), an_arrival("b.xlsx")]))
    assert [one.reasons for one in found] == [
        (("rival", "b.xlsx"),),
        (("rival", "a.xlsx"),),
    ]
    assert not any(map(ticked_at_first, found))


def test_a_slip_and_its_original_are_no_rivals() -> None:
    package = {"kind": ReturnKind.PACKAGE}
    found = beside(
        [an_arrival("gốc.zip", **package), an_arrival("sửa.zip", slip=1, **package)]
    )
    assert [one.reasons for one in found] == [(), ()]


def test_a_form_and_the_package_of_the_office_above_it_are_doubted_both() -> None:
    form = an_arrival("biểu xã.xlsx")
    above = an_arrival(
        "gói huyện.zip",
        kind=ReturnKind.PACKAGE,
        sender="b",
        tells_of=("a", "b"),
    )
    found = tuple(beside([form, above]))
    assert [one.reasons for one in found] == [
        (("other_kind", "gói huyện.zip"),),
        (("other_kind", "biểu xã.xlsx"),),
    ]
    assert not any(map(ticked_at_first, found))
    other = replace(above, tells_of=("b",))
    assert [one.reasons for one in beside([form, other])] == [(), ()]


def test_two_packages_that_tell_of_one_unit_are_doubted_both() -> None:
    commune = an_arrival("xã.zip", kind=ReturnKind.PACKAGE)
    above = replace(commune, name="huyện.zip", sender="b", tells_of=("a",))
    found = tuple(beside([commune, above]))
    assert [one.reasons for one in found] == [
        (("other_kind", "huyện.zip"),),
        (("other_kind", "xã.zip"),),
    ]


def test_what_is_of_other_days_or_of_no_kind_is_no_doubt() -> None:
    later = dt.date(2024, 7, 1)
    other = an_arrival(
        "gói.zip", kind=ReturnKind.PACKAGE, first_day=later, last_day=later
    )
    assert [one.reasons for one in beside([an_arrival(), other])] == [(), ()]
    strange = an_arrival("x.bin", kind=None)
    (found, _) = beside([an_arrival(), strange])
    assert found.reasons == (), "a file of no kind tells no days"
