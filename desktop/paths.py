"""Know where resources, data and the user's own folder lie."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The folder that holds `desktop`, in a checkout and in a frozen build alike."""

RESOURCES = ROOT / "resources"
"""What the program shows or prints; read-only."""

DATA = ROOT / "data"
"""What the program knows; read-only."""


def user_folder() -> Path:
    """Return the folder of the user's own data, beside which no program lies."""
    from platformdirs import user_data_path

    return user_data_path("SoTruyenThong", appauthor=False, roaming=False)


def log_folder() -> Path:
    """Return the folder of logs and crash traces."""
    from platformdirs import user_log_path

    return user_log_path("SoTruyenThong", appauthor=False)
