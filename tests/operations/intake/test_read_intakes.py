"""Past intakes are listed with totals that add up."""

from desktop.operations.intake.accept_arrivals import accept_arrivals
from desktop.operations.intake.read_intakes import read_intakes
from desktop.operations.intake.take_back_intake import take_back_intake
from desktop.store.store import Store
from tests.operations.intake.senders import Senders, ready


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
