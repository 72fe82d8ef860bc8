"""Each version tells its user what is new."""

import re

from desktop import __version__
from tests.house.source import ROOT


def entries() -> dict[str, str]:
    """Read what the changelog says of each version."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    _, *parts = re.split(r"^## (\S+).*$", text, flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_the_version_has_an_entry() -> None:
    assert __version__ in entries()


def test_every_entry_begins_with_a_paragraph_before_its_list() -> None:
    for version, text in entries().items():
        paragraph, _, points = text.strip().partition("\n\n")
        assert paragraph, version
        assert not paragraph.startswith("-"), version
        assert points.startswith("- "), version
