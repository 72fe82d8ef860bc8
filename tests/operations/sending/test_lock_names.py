"""What is locked is named after what is in it, and known by its name again."""

import pytest

from desktop.operations.sending.lock_names import ARCHIVE, ENDING, unlocked_name


@pytest.mark.parametrize(
    "locked", ["goi_xa_v1.zip", f"goi_xa_v1.zip{ENDING}", f"goi_xa_v1{ARCHIVE}"]
)
def test_the_package_inside_is_known_by_the_name(locked: str) -> None:
    assert unlocked_name(locked) == "goi_xa_v1.zip"
