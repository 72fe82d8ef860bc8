"""`undo`: take back the newest deed."""

from pathlib import Path

import click

from desktop.cli import options
from desktop.cli.reverting import revert
from desktop.operations.history.undo import undo


@click.command(
    short_help="Hoàn tác việc vừa làm.",
    options_metavar="[TÙY CHỌN]",
    help="Hoàn tác việc vừa làm.",
)
@options.office
@options.as_json
def verb(office: Path, as_json: bool) -> int:
    """Name the deed."""
    return revert(office, undo, "Đã hoàn tác", as_json=as_json)
