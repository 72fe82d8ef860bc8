"""What the tray says of itself adds up."""

from desktop.gui.pages.collect.tray import tray_words
from desktop.operations.intake.accept_arrivals import Accepted
from desktop.records.arrival import Counts


def test_the_button_and_the_answer_name_the_numbers() -> None:
    assert tray_words.accept_verb(7) == "&Nhận 7 tệp"
    assert tray_words.accept_verb(0) == "&Nhận"
    counts = Counts(seen=9, accepted=8, unchanged=1)
    done = Accepted(intake="i", seen=12, taken=7, counts=counts)
    assert tray_words.accepted(done) == (
        "Đã nhận 7 trên 12 tệp: 9 mục = 8 nhận + 1 không đổi + 0 không nhận."
    )
