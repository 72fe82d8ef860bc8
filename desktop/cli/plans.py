"""`plans`: list the plans there are, add one, work by another, close one."""

from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, options
from desktop.errors import UnknownNameError
from desktop.operations.plans.add_plan import add_plan
from desktop.operations.plans.amend_plan import set_state
from desktop.operations.plans.choose_plan import choose_plan
from desktop.records.identity import PlanId
from desktop.records.plan import Plan, PlanState
from desktop.store import preferences, records
from desktop.store.store import Store
from desktop.wording.labels import label

_TAKES = "[TÙY CHỌN]"
_name = click.argument("name", metavar="TÊN")


@click.group(
    short_help="Các kế hoạch: thêm, chọn, đóng…",
    options_metavar=_TAKES,
    subcommand_metavar="LỆNH [THAM SỐ]...",
    help="Các kế hoạch có sẵn và trong sổ. Một sổ giữ được nhiều kế hoạch; mọi số liệu "
    "được tính theo kế hoạch đang chọn.",
)
def verb() -> None:
    """Hold the verbs about plans."""


@verb.command(
    "list",
    short_help="Liệt kê các kế hoạch.",
    options_metavar=_TAKES,
    help="Liệt kê kế hoạch có sẵn; có SỔ thì cả những kế hoạch trong sổ.",
)
@click.argument(
    "office", metavar="[SỔ]", required=False, type=click.Path(path_type=Path)
)
@options.as_json
def list_plans(office: Path | None, as_json: bool) -> int:
    """Name the plans that ship, and those an office has."""
    from desktop.files.plans import plan_names

    here, chosen = _here(office) if office else ((), "")
    held = {str(one.id) for one in here}
    shipped = plan_names()
    lines = [_line(one, chosen) for one in here]
    lines += [
        f"{one.name}: {one.title} ({one.issuer})"
        for one in shipped
        if one.name not in held
    ]
    data = {
        "plans": [_whole(one, chosen) for one in here],
        "shipped": [
            {
                "name": one.name,
                "title": one.title,
                "issuer": one.issuer,
                "here": one.name in held,
            }
            for one in shipped
        ],
    }
    return answers.give(answers.Answer(lines=tuple(lines), data=data), as_json=as_json)


@verb.command(
    "add",
    short_help="Thêm kế hoạch có sẵn vào sổ.",
    options_metavar=_TAKES,
    help="Thêm một kế hoạch có sẵn vào sổ; không gì trong sổ bị ghi đè.",
)
@options.office
@_name
@options.as_json
def add(office: Path, name: str, as_json: bool) -> int:
    """Bring a shipped plan into an office."""
    with Store(office) as store:
        added = add_plan(store, name).value
    answer = answers.Answer(
        lines=(
            f"Đã thêm kế hoạch: {added.plan.title}",
            f"Cơ quan mới: {added.agencies}; đã có trong sổ: {added.merged}.",
        ),
        data={
            "plan": _whole(added.plan, ""),
            "agencies_added": added.agencies,
            "agencies_known": added.merged,
        },
    )
    return answers.give(answer, as_json=as_json)


@verb.command(
    "choose",
    short_help="Làm việc theo một kế hoạch khác.",
    options_metavar=_TAKES,
    help="Chọn kế hoạch mà mọi số liệu, báo cáo của sổ tính theo.",
)
@options.office
@_name
@options.as_json
def choose(office: Path, name: str, as_json: bool) -> int:
    """Work by another plan of the office."""
    with Store(office) as store:
        plan = choose_plan(store, _known(store, name)).value
    answer = answers.Answer(
        lines=(f"Sổ làm việc theo kế hoạch: {plan.title}",),
        data={"plan": _whole(plan, plan.id)},
    )
    return answers.give(answer, as_json=as_json)


@verb.command(
    "close",
    short_help="Đóng một kế hoạch, hoặc mở lại.",
    options_metavar=_TAKES,
    help="Đóng một kế hoạch trong sổ: vẫn đọc được, không còn là kế hoạch đang làm.",
)
@options.office
@_name
@click.option("--reopen", is_flag=True, help="Mở lại kế hoạch đã đóng.")
@options.as_json
def close(office: Path, name: str, reopen: bool, as_json: bool) -> int:
    """Close a plan, or open it again."""
    state = PlanState.IN_FORCE if reopen else PlanState.CLOSED
    with Store(office) as store:
        plan = set_state(store, _known(store, name), state).value
    answer = answers.Answer(
        lines=(f"{label(plan.state)}: {plan.title}",),
        data={"plan": _whole(plan, "")},
    )
    return answers.give(answer, as_json=as_json)


def _here(office: Path) -> tuple[tuple[Plan, ...], str]:
    """Return the plans of an office, and the one it works by."""
    with Store(office, writable=False) as store:
        kept = preferences.get(store.reader)
        return records.find(store.reader, Plan), "" if kept is None else kept.plan


def _known(store: Store, name: str) -> PlanId:
    """Return the id of a plan of the office.

    Raises:
        UnknownNameError: It has none of that name; the message lists those it has.
    """
    known = tuple(str(one.id) for one in records.find(store.reader, Plan))
    if name not in known:
        raise UnknownNameError("plan", name, known)
    return PlanId(name)


def _line(plan: Plan, chosen: str) -> str:
    here = "đang chọn" if plan.id == chosen else label(plan.state).lower()
    return f"{plan.id}: {plan.title} (trong sổ, {here})"


def _whole(plan: Plan, chosen: str) -> dict[str, Any]:
    return {
        "name": plan.id,
        "title": plan.title,
        "issuer": plan.issuer,
        "first_day": plan.first_day,
        "last_day": plan.last_day,
        "state": str(plan.state),
        "parent": plan.parent,
        "chosen": plan.id == chosen,
    }
