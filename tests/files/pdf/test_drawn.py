"""What goes into a document beside the report, and what comes out."""

import dataclasses

import pytest

from desktop.files.pdf.drawn import Attachment, Box


def test_a_file_carries_data_unless_said_otherwise() -> None:
    attachment = Attachment(
        file_name="a.json", data=b"{}", mime="application/json", description=""
    )
    assert attachment.relationship == "Data"


def test_a_place_cannot_be_moved() -> None:
    box = Box(page=0, x0=0, y0=0, x1=1, y1=1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        box.x0 = 5  # type: ignore[misc]
