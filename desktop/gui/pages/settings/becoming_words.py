"""Say in sentences what would become of our office, before it does."""

from collections.abc import Iterable, Iterator, Mapping

from desktop.operations.agencies.become_office import Proposal
from desktop.records.agency import Agency
from desktop.records.identity import AgencyId
from desktop.rules.dates import format_date
from desktop.rules.succession import eve

_MOST = 6
"""Names told one by one; of more only the number is."""


def summary(
    proposal: Proposal, agencies: Mapping[AgencyId, Agency], decision: str = ""
) -> tuple[str, ...]:
    """Return the sentences one agrees to by pressing the button."""
    return tuple(_sentences(proposal, agencies, decision))


def _sentences(
    proposal: Proposal, agencies: Mapping[AgencyId, Agency], decision: str
) -> Iterator[str]:
    made = proposal.becoming
    old = agencies[made.before].name
    day, last = format_date(made.day), format_date(eve(made.day))
    by = f" theo {decision}" if decision else ""
    yield f"Từ {day}{by}, {old} trở thành {made.office.name}."
    yield f"Cơ quan cũ có đến hết {last}."
    if made.superior:
        yield f"Cấp trên của cơ quan mới là {made.superior.name}."
    yield f"Báo cáo gửi {made.recipient.name}; các thời hạn chuyển theo nơi nhận này."
    yield _plans(proposal)
    if made.merged:
        yield f"Nhập vào {made.head.name}: {_named(made.merged, agencies)}."
    if made.ended:
        yield f"Kết thúc từ {day}: {_named(made.ended, agencies)}."
    yield (
        f"Số liệu đến hết {last} giữ nguyên ở đơn vị đã ghi, vẫn tính vào lũy kế và "
        "được ghi là “kế thừa”."
    )
    lines = made.papers.issuer_lines
    yield (
        f"Văn bản từ nay: {lines[0]} – {lines[1]}; ký hiệu {made.papers.symbol}; "
        f"địa danh {made.papers.place}."
    )


def _plans(proposal: Proposal) -> str:
    number = len(proposal.plans)
    if not number:
        return "Không có kế hoạch nào đang mở cần chuyển."
    return f"{number} kế hoạch đang mở được tiếp tục bởi {proposal.becoming.head.name}."


def _named(ids: Iterable[AgencyId], agencies: Mapping[AgencyId, Agency]) -> str:
    names = [
        agencies[one].short_name or agencies[one].name for one in ids if one in agencies
    ]
    if len(names) > _MOST:
        return f"{len(names)} đơn vị ({', '.join(names[:3])}…)"
    return ", ".join(names)
