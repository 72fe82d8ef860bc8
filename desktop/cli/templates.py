"""`templates`: the office's own templates of reports and letters."""

from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, options
from desktop.errors import InputError
from desktop.operations.reports.carry_template import (
    export_template,
    import_template,
    inspect_template,
)
from desktop.operations.reports.put_template import renew_template, reset_template
from desktop.operations.reports.read_templates import (
    TemplateState,
    problems_of,
    read_template,
    read_templates,
)
from desktop.records.template import ReportTemplate
from desktop.rules.reports.outline import places
from desktop.rules.templates.parts import path_of
from desktop.store.store import Store
from desktop.wording.problems import sentence
from desktop.wording.template_words import (
    change_name,
    part_name,
    plain_heading,
    problem_place,
)

_TAKES = "[TÙY CHỌN]"
_kind = click.argument("kind", metavar="LOẠI")
_file = click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))


@click.group(
    short_help="Mẫu báo cáo của cơ quan: xem, xuất, nhập, cập nhật.",
    options_metavar=_TAKES,
    subcommand_metavar="LỆNH [THAM SỐ]...",
    help="Mẫu của từng loại báo cáo, công văn. Mẫu cơ quan đã sửa được giữ nguyên khi "
    "cập nhật chương trình; phần mới của chương trình được đưa ra để chọn từng phần.",
)
def verb() -> None:
    """Hold the verbs about templates."""


@verb.command(
    "list", short_help="Liệt kê các loại.", options_metavar=_TAKES, help="Liệt kê mẫu."
)
@options.office
@options.as_json
def list_templates(office: Path, as_json: bool) -> int:
    """Name every kind, and which the office changed."""
    with Store(office) as store:
        states = read_templates(store)
    data = {"templates": [_data(one) for one in states]}
    lines = tuple(_line(one) for one in states)
    return answers.give(answers.Answer(lines=lines, data=data), as_json=as_json)


@verb.command(
    "show",
    short_help="Xem một mẫu và phần mới của chương trình.",
    options_metavar=_TAKES,
    help="Xem đề cương của một mẫu, điều chưa đúng và phần chương trình đã đổi.",
)
@options.office
@_kind
@options.as_json
def show(office: Path, kind: str, as_json: bool) -> int:
    """Tell one template's outline, what is wrong with it, and what is offered."""
    with Store(office) as store:
        state = read_template(store, kind)
    template = state.template
    lines = [
        _line(state),
        *(
            f"{place} {plain_heading(one)}"
            for place, one in zip(
                places(template.sections), template.sections, strict=True
            )
        ),
        *(f"! {sentence(one, problem_place(one, template))}" for one in state.problems),
        *(
            f"+ {path_of(one.part)}: {part_name(one.part, state.shipped)}: "
            f"{change_name(one)}"
            for one in state.offered
        ),
    ]
    answer = answers.Answer(
        lines=tuple(lines), data=_data(state), good=not state.problems
    )
    return answers.give(answer, as_json=as_json)


@verb.command(
    "export",
    short_help="Ghi mẫu ra tệp.",
    options_metavar=_TAKES,
    help="Ghi mẫu đang dùng ra tệp, để gửi nơi khác hoặc giữ lại.",
)
@options.office
@_kind
@_file
@options.as_json
def export(office: Path, kind: str, file: Path, as_json: bool) -> int:
    """Write the template in use to a file."""
    with Store(office) as store:
        path = export_template(store, kind, file).value
    answer = answers.Answer(lines=(f"Đã ghi {path}",), data={"file": path})
    return answers.give(answer, as_json=as_json)


@verb.command(
    "import",
    short_help="Nhận mẫu từ tệp.",
    options_metavar=_TAKES,
    help="Nhận mẫu trong tệp làm phiên bản tiếp theo của cơ quan.",
)
@options.office
@_kind
@_file
@options.as_json
def import_(office: Path, kind: str, file: Path, as_json: bool) -> int:
    """Keep a file's template as the office's next version."""
    with Store(office) as store:
        made = import_template(store, kind, file).value
    return _versioned(made.code, made.version, as_json=as_json)


@verb.command(
    "check",
    short_help="Kiểm tra một tệp mẫu.",
    options_metavar=_TAKES,
    help="Kiểm tra một tệp mẫu mà không ghi gì vào sổ.",
)
@_kind
@_file
@options.as_json
def check(kind: str, file: Path, as_json: bool) -> int:
    """Tell everything wrong with a file's template."""
    template = inspect_template(file, kind)
    found = problems_of(template)
    if any(one.blocking for one in found):
        raise InputError(found)
    lines = tuple(sentence(one, problem_place(one, template)) for one in found)
    data = {"problems": _problems(template, found), "good": not found}
    answer = answers.Answer(lines=lines or ("Mẫu dùng được.",), data=data)
    return answers.give(answer, as_json=as_json)


@verb.command(
    "reset",
    short_help="Quay về mẫu của chương trình.",
    options_metavar=_TAKES,
    help="Quay về mẫu của chương trình; các phiên bản cũ vẫn còn trong sổ.",
)
@options.office
@_kind
@options.as_json
def reset(office: Path, kind: str, as_json: bool) -> int:
    """Go back to the program's template."""
    with Store(office) as store:
        made = reset_template(store, kind).value
    return _versioned(made.code, made.version, as_json=as_json)


@verb.command(
    "renew",
    short_help="Lấy hoặc bỏ phần mới của chương trình.",
    options_metavar=_TAKES,
    help="Lấy (--take) hoặc giữ của cơ quan (--keep) từng phần chương trình đã đổi; "
    "tên phần như lệnh show in ra, hoặc all.",
)
@options.office
@_kind
@click.option("--take", "taken", multiple=True, metavar="PHẦN", help="Lấy phần này.")
@click.option("--keep", "kept", multiple=True, metavar="PHẦN", help="Giữ của cơ quan.")
@options.as_json
def renew(
    office: Path,
    kind: str,
    taken: tuple[str, ...],
    kept: tuple[str, ...],
    as_json: bool,
) -> int:
    """Take some of what a newer program changed, or keep the office's."""
    with Store(office) as store:
        offered = {
            path_of(one.part): one.part for one in read_template(store, kind).offered
        }
        take = [
            part for path, part in offered.items() if path in taken or "all" in taken
        ]
        keep = [
            part
            for path, part in offered.items()
            if (path in kept or "all" in kept) and part not in take
        ]
        made = renew_template(store, kind, taken=take, kept=keep).value
    return _versioned(made.code, made.version, as_json=as_json)


def _versioned(kind: str, version: int, *, as_json: bool) -> int:
    answer = answers.Answer(
        lines=(f"Mẫu {kind}: phiên bản {version}",),
        data={"kind": kind, "version": version},
    )
    return answers.give(answer, as_json=as_json)


def _line(state: TemplateState) -> str:
    template = state.template
    whose = (
        f"của cơ quan, phiên bản {state.version}" if state.own else "của chương trình"
    )
    offered = f"; {len(state.offered)} phần mới" if state.offered else ""
    return f"{template.code}: {template.name} ({whose}{offered})"


def _data(state: TemplateState) -> dict[str, Any]:
    template = state.template
    return {
        "kind": template.code,
        "name": template.name,
        "own": state.own,
        "version": state.version,
        "sections": [
            {"place": place, "key": one.key, "heading": one.heading}
            for place, one in zip(
                places(template.sections), template.sections, strict=True
            )
        ],
        "problems": _problems(template, state.problems),
        "offered": [
            {"part": path_of(one.part), "kind": one.kind, "both": one.both}
            for one in state.offered
        ],
    }


def _problems(template: ReportTemplate, found: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    return [
        {
            "part": one.field,
            "code": one.code,
            "words": sentence(one, problem_place(one, template)),
        }
        for one in found
    ]
