"""Tell what was found to a program: as JSON, whose keys never change their meaning."""

import json
from typing import Any

from desktop.records.self_test import SelfTest


def as_json(found: SelfTest) -> str:
    """Return what was found, with versions and places."""
    data: dict[str, Any] = {
        "ok": found.good,
        "made_at": found.made_at.isoformat(timespec="seconds"),
        "took_ms": found.took_ms,
        "versions": dict(found.versions),
        "places": dict(found.places),
        "checks": [
            {
                "name": one.name,
                "ok": one.ok,
                "took_ms": one.took_ms,
                "detail": one.detail,
            }
            for one in found.checks
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)
