"""`evidence`: attach files to an entry, list them, and check all of them."""

from pathlib import Path

import click

from desktop.cli import answers, options
from desktop.errors import ConflictError
from desktop.operations.evidence.attach_evidence import Attached, attach_evidence
from desktop.operations.evidence.check_evidence import check_evidence
from desktop.operations.evidence.read_evidence import Shown, read_evidence
from desktop.records.evidence import Exposure
from desktop.rules.known import SOURCE_OF
from desktop.store import records
from desktop.store.store import Store
from desktop.wording.evidence import (
    findings_sentence,
    health_lines,
    refusal,
    size_words,
)
from desktop.wording.labels import label

_ENTRY = click.argument("entry", metavar="MÃ_MỤC")


@click.group(
    short_help="Minh chứng: đính kèm, liệt kê, kiểm tra.",
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH [THAM SỐ]...",
    help="Tệp minh chứng của các mục: ảnh được thu nhỏ và bỏ vị trí chụp, mỗi nội dung "
    "giữ một lần trong thư mục minh-chung cạnh tệp sổ.",
)
def verb() -> None:
    """Hold the verbs about evidence."""


@verb.command(
    "attach",
    short_help="Đính kèm tệp vào một mục.",
    options_metavar="[TÙY CHỌN]",
    help="Đính kèm các tệp vào mục có mã đã cho; tệp gốc không bị thay đổi.",
)
@options.office
@_ENTRY
@click.argument(
    "files",
    metavar="TỆP...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
)
@click.option(
    "--persons",
    type=click.Choice([str(one) for one in Exposure]),
    default=str(Exposure.UNKNOWN),
    help="Người trong ảnh, phim: nobody = không nhận ra ai; allowed = có, được đưa ra; "
    "closed = chỉ giữ trong cơ quan; unknown = chưa trả lời.",
)
@options.as_json
def attach(
    office: Path, entry: str, files: tuple[Path, ...], persons: str, as_json: bool
) -> int:
    """Attach files, and tell of each what became of it."""
    progress = answers.teller(quiet=as_json)
    with Store(office) as store:
        found = attach_evidence(
            store,
            (_kind_of(store, entry), entry),
            files,
            exposure=Exposure(persons),
            progress=progress,
        ).value
    answer = answers.Answer(
        lines=tuple(_line(one) for one in found),
        data={"entry": entry, "files": [_data(one) for one in found]},
        good=not any(one.refused for one in found),
    )
    return answers.give(answer, as_json=as_json)


@verb.command(
    "list",
    short_help="Liệt kê minh chứng của một mục.",
    options_metavar="[TÙY CHỌN]",
    help="Liệt kê các tệp minh chứng của mục có mã đã cho.",
)
@options.office
@_ENTRY
@options.as_json
def list_files(office: Path, entry: str, as_json: bool) -> int:
    """Print the files of one entry."""
    with Store(office, writable=False) as store:
        found = read_evidence(store, _kind_of(store, entry), entry)
    answer = answers.Answer(
        lines=tuple(_listed(one) for one in found) or ("Chưa có minh chứng nào.",),
        data={
            "entry": entry,
            "files": [
                {
                    "name": one.evidence.name,
                    "size": one.evidence.size,
                    "media": one.evidence.media,
                    "sha256": one.evidence.sha256,
                    "persons": str(one.evidence.exposure),
                    "note": one.evidence.note,
                    "erased": one.erased,
                    "path": one.place,
                }
                for one in found
            ],
        },
    )
    return answers.give(answer, as_json=as_json)


@verb.command(
    "check",
    short_help="Kiểm tra mọi tệp minh chứng.",
    options_metavar="[TÙY CHỌN]",
    help="Đọc lại mọi tệp minh chứng và so với mã băm lúc đính kèm.",
)
@options.office
@options.as_json
def check(office: Path, as_json: bool) -> int:
    """Print what is missing and what was altered."""
    with Store(office, writable=False) as store:
        health = check_evidence(store, answers.teller(quiet=as_json))
    lines = health_lines(health.missing, health.altered)
    whole = f"{health.files} tệp minh chứng, đủ và nguyên vẹn."
    loose = f"{health.loose} tệp không còn mục nào dùng; giữ để hoàn tác."
    answer = answers.Answer(
        lines=(*(lines or (whole,)), *([loose] if health.loose else [])),
        data={
            "files": health.files,
            "missing": list(health.missing),
            "altered": list(health.altered),
            "loose": health.loose,
        },
        good=health.good,
    )
    return answers.give(answer, as_json=as_json)


def _kind_of(store: Store, entry: str) -> type:
    """Return the class of the entry with an id.

    Raises:
        ConflictError: `record_gone`: there is none.
    """
    for cls in SOURCE_OF:
        found: object = records.get(store.reader, cls, entry)
        if found is not None:
            return cls
    raise ConflictError("record_gone")


def _line(one: Attached) -> str:
    if one.refused is not None:
        return f"Không đính kèm {refusal(one.path, one.refused)}."
    warned = findings_sentence(one.findings) if one.findings else ""
    about = f" Có {warned}." if warned else ""
    done = "Đã có từ trước" if one.before else "Đã đính kèm"
    return f"{done}: {one.path.name}.{about}"


def _data(one: Attached) -> dict[str, object]:
    found = one.findings.counts if one.findings else {}
    return {
        "file": one.path,
        "evidence": None if one.evidence is None else one.evidence.id,
        "before": one.before,
        "refused": None if one.refused is None else one.refused.reason,
        "found": {str(kind): count for kind, count in found.items()},
    }


def _listed(one: Shown) -> str:
    if one.erased:
        return "(đã xóa hẳn theo yêu cầu)"
    evidence = one.evidence
    parts = (evidence.name, size_words(evidence.size), label(evidence.exposure))
    return " · ".join(filter(None, (*parts, evidence.note)))
