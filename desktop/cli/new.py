"""`new`: make an office file from a plan."""

from pathlib import Path

import click

from desktop.cli import answers, options
from desktop.operations.offices.create_office import create_office


@click.command(
    short_help="Tạo sổ mới từ kế hoạch có sẵn.",
    options_metavar="[TÙY CHỌN]",
    help="Tạo tệp sổ mới cho một cơ quan từ kế hoạch có sẵn.",
)
@options.office
@click.option(
    "--plan", "plan_name", metavar="TÊN", help="Tên kế hoạch; bỏ trống khi chỉ có một."
)
@click.option("--officer", default="", metavar="TÊN", help="Tên người ghi sổ.")
@click.option("--practice", is_flag=True, help="Sổ thực hành, không có giá trị.")
@options.as_json
def verb(
    office: Path,
    plan_name: str | None,
    officer: str,
    practice: bool,
    as_json: bool,
) -> int:
    """Make the file and say where it lies."""
    made = create_office(
        office,
        plan_name or _only_plan(),
        practice=practice,
        officer=officer,
        progress=answers.teller(quiet=as_json),
    ).value
    answer = answers.Answer(
        lines=(f"Đã tạo sổ: {made}",),
        data={"office": made, "plan": plan_name or _only_plan(), "practice": practice},
    )
    return answers.give(answer, as_json=as_json)


def _only_plan() -> str:
    """Return the plan when there is only one to choose from.

    Raises:
        UnknownNameError: There are several; the message lists them.
    """
    from desktop.errors import UnknownNameError
    from desktop.files.plans import plan_names

    names = tuple(choice.name for choice in plan_names())
    if len(names) == 1:
        return names[0]
    raise UnknownNameError("plan", "", names)
