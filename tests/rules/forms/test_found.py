"""A form is known by the first column of its hidden sheet."""

from desktop.rules.forms.found import stamp_of

TOLD = ("STT-FORM", "id", "xã", "2024-Q2", "3", "09a/1", "f" * 64, "0", "{}")


def test_a_stamp_tells_what_the_form_says_of_itself() -> None:
    stamp = stamp_of(TOLD)
    assert stamp is not None
    assert (stamp.form_id, stamp.unit, stamp.period_code) == ("id", "xã", "2024-Q2")
    assert (stamp.version, stamp.layout) == ("3", "09a/1")
    assert stamp.content_sha256 == "f" * 64
    assert not stamp.practice


def test_practice_is_said_by_a_one() -> None:
    stamp = stamp_of((*TOLD[:7], "1"))
    assert stamp is not None
    assert stamp.practice


def test_a_short_stamp_still_has_its_id() -> None:
    stamp = stamp_of(("STT-FORM", " id "))
    assert stamp is not None
    assert (stamp.form_id, stamp.content_sha256) == ("id", "")


def test_without_the_mark_or_an_id_there_is_none() -> None:
    assert stamp_of(()) is None
    assert stamp_of(("STT-FORM",)) is None
    assert stamp_of(("STT-FORM", "  ")) is None
    assert stamp_of(("OTHER", "id")) is None
