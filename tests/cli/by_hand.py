"""Let an office sign on paper, for the tests of the command line."""

from dataclasses import replace
from pathlib import Path

from desktop.files.pdf.texts import first_text
from desktop.operations.offices.set_preferences import set_preferences
from desktop.records.signing import SigningWay
from desktop.store import preferences
from desktop.store.store import Store
from tests.cli.saying import Say


def paper_of(office: Path, say: Say) -> Path:
    """Issue the report of a year in an office that signs by hand; return its PDF."""
    with Store(office) as store:
        own = preferences.get(store.reader)
        assert own is not None
        set_preferences(store, replace(own, signing=SigningWay.PAPER))
    return Path(say("report", office, "--period", "2024", "--json").data["pdf"])


def printed_code(paper: Path) -> str:
    """Return the code at the foot of the printed pages."""
    return first_text(paper.read_bytes()).partition("Mã đối chiếu: ")[2][:25]
