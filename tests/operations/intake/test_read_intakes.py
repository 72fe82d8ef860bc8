"""Past intakes are listed with totals that add up."""

from desktop.operations.intake.accept_arrivals import accept_arrivals
from desktop.operations.intake.read_intakes import IntakeTold, read_intakes
from desktop.operations.intake.take_back_intake import take_back_intake
from desktop.records.returns import Intake, IntakeFile
from desktop.store.store import Store
from tests.builders import NOW
from tests.operations.intake.senders import Senders, ready
from tests.rules.intake.files import a_return


def test_only_what_its_own_files_told_is_counted() -> None:
    """A slip that waited came in an intake before; a faulty form went back."""
    files = (
        IntakeFile(name="gói", sha256="1", sorting="ready", taken=True, ret="gói"),
        IntakeFile(name="sai", sha256="2", sorting="to_fix", ret="sai"),
    )
    returns = [
        a_return(id=one, entries=20, attendance=700) for one in ("gói", "slip", "sai")
    ]
    told = IntakeTold(
        intake=Intake(id="intake", at=NOW, seen=2, files=files), returns=tuple(returns)
    )
    assert (told.taken, told.entries, told.attendance) == (1, 20, 700)


def test_intakes_come_newest_first_with_what_was_taken(
    office: Store, senders: Senders
) -> None:
    for names in (("mar1", "bad"), ("ui",)):
        ticked, others = ready(office, *(senders[name] for name in names))
        accept_arrivals(office, ticked, frozenset(), others=others)
    newest, first = read_intakes(office)
    assert (newest.taken, newest.intake.seen, newest.entries) == (1, 1, 1)
    assert (first.taken, first.intake.seen, first.entries) == (1, 2, 2)
    take_back_intake(office, first.intake.id)
    assert read_intakes(office)[1].intake.taken_back_at is not None
