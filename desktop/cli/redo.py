"""`redo`: do again what was undone."""

from pathlib import Path

import click

from desktop.cli import options
from desktop.cli.reverting import revert
from desktop.operations.history.redo import redo


@click.command(
    short_help="Làm lại việc vừa hoàn tác.",
    options_metavar="[TÙY CHỌN]",
    help="Làm lại việc vừa hoàn tác.",
)
@options.office
@options.as_json
def verb(office: Path, as_json: bool) -> int:
    """Name the deed."""
    return revert(office, redo, "Đã làm lại", as_json=as_json)
