"""Entries as another program would write them."""

import json
from pathlib import Path
from typing import Any

TRAINING = {
    "title": "Tập huấn quyền con người",
    "first_day": "2024-06-05",
    "last_day": "2024-06-05",
    "agency": "phong-vhtt-dak-ha",
    "form": "training_both",
    "pillar": "knowledge",
    "tasks": ["dak-ha-2023-2028/2.2"],
    "attendance": 40,
}


def a_training(**changes: Any) -> dict[str, Any]:
    return TRAINING | changes


def a_file(folder: Path, *many: dict[str, Any], name: str = "entries.json") -> Path:
    """Write entries to a file."""
    path = folder / name
    path.write_text(json.dumps(many, ensure_ascii=False), "utf-8")
    return path
