"""Reminders as drafts: one for each unit, addressed where its mailbox is known."""

from email import message_from_bytes, policy
from pathlib import Path

import pytest

from desktop.errors import Cancelled
from desktop.operations.letters.write_reminders import Reminder, write_reminders
from desktop.progress import Step

MANY = (
    Reminder(name="Nhac a", to="a@x.vn", subject="Đề nghị gửi", body="Kính gửi: A.\n"),
    Reminder(name="Nhac b", to="", subject="Đề nghị gửi", body="Kính gửi: B.\n"),
)


def test_each_draft_is_unsent_and_says_its_own(tmp_path: Path) -> None:
    made = write_reminders(MANY, tmp_path / "nhac").value
    assert [one.name for one in made] == ["Nhac a.eml", "Nhac b.eml"]
    first, second = (
        message_from_bytes(one.read_bytes(), policy=policy.default) for one in made
    )
    assert (first["X-Unsent"], first["To"], second["To"]) == ("1", "a@x.vn", None)
    assert first.get_content().splitlines() == ["Kính gửi: A."]


def test_stopping_leaves_what_was_written(tmp_path: Path) -> None:
    def stop(step: Step) -> None:
        if step.done:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_reminders(MANY, tmp_path, stop)
    assert [one.name for one in tmp_path.iterdir()] == ["Nhac a.eml"]
