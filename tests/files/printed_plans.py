"""Lay a shipped plan out again as its copy was printed, to hold it to that copy.

The printed copies stand in `tests/golden`. They are the copies' own letters, made so:
marks of bold and of headings and the page numbers are taken off; lines are joined with
one blank (by none after the hyphen of a symbol) and broken anew at 88 characters; of a
row of a table that goes on overleaf the pieces of each cell are joined; the heading of
a group, which a merged row repeats in each of its cells, stands once; a blank cell
leaves nothing. What a plan file leaves out because the program prints it itself (the
heads of the table's columns, the words above the recipients, the signs at the end of
the text) is written here.
"""

from collections.abc import Iterator

from desktop.files.plans import PlanFile
from desktop.records.plan import PlanRecipient, PlanSection
from desktop.records.task import Task


def one_line(text: str) -> str:
    """Return a text in one line, whatever its breaks and blanks."""
    return " ".join(text.split())


def binh_phuoc(file: PlanFile) -> str:
    """Return the plan whose tasks stand as prose in its third section."""
    lines = [file.plan.document_type, file.plan.title]
    lines += [_section(section) for section in file.sections]
    return one_line(" ".join([*lines, *_end(file)]))


def dak_lak(file: PlanFile) -> str:
    """Return the plan of conferences with the press, with the slip it mends."""
    plan = file.plan
    lines = ["ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    lines += ["Độc lập - Tự do - Hạnh phúc Số:", plan.number, plan.place_date]
    lines += [plan.document_type, plan.title]
    lines += [_section(section) for section in file.sections]
    filing = plan.recipients[-1]
    printed = one_line(" ".join([*lines, *_end(file)])).replace(
        f"- {filing.text}.", f"- {filing.text} ({filing.note}) ."
    )
    return printed.replace("phục vụ tuyên truyền về", "phục vụ truyên truyền về")


def khanh_hoa(file: PlanFile) -> str:
    """Return the plan whose table of tasks stands in its third section."""
    lines = [file.plan.place_date, file.plan.document_type, file.plan.title]
    for section in file.sections:
        lines.append(_section(section))
        if section.id.endswith("/III"):
            lines.append("TT Nội dung Cơ quan chủ trì Cơ quan phối hợp")
            lines += ["Thời gian thực hiện", *_rows(file)]
    return one_line(" ".join([*lines, *_end(file)]))


def cao_bang(file: PlanFile) -> str:
    """Return the plan whose title is in capitals and whose tasks are an annex."""
    plan = file.plan
    lines = [plan.document_type, plan.title.upper()]
    lines += [_section(section) for section in file.sections]
    lines += [*_end(file), plan.annex_title, plan.annex_note]
    lines += ["STT Tên nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp"]
    lines += ["Thời gian thực hiện", *_rows(file)]
    return one_line(" ".join(lines))


def _section(section: PlanSection) -> str:
    return f"{section.heading} {section.text}"


def _rows(file: PlanFile) -> Iterator[str]:
    for task in file.tasks:
        yield " ".join(_cells(task))


def _cells(task: Task) -> tuple[str, ...]:
    number = task.number or task.code
    return (number, task.text, task.lead_text, task.partner_text, task.time_text)


def _end(file: PlanFile) -> Iterator[str]:
    plan = file.plan
    yield f"{plan.closing}./. Nơi nhận:"
    *most, filing = plan.recipients
    yield from map(_recipient, most)
    yield f"- {filing.text}."
    yield from plan.authority
    yield plan.signer_name


def _recipient(line: PlanRecipient) -> str:
    if line.electronic:
        return f"- {line.text}; Bản ĐT"
    return f"- {line.text} ({line.note});" if line.note else f"- {line.text};"
