"""Draw the page inside a package that any browser shows: what the package is."""

import hashlib
import html
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import Template
from typing import Any

from desktop.paths import RESOURCES
from desktop.records.exchange import PackageHeader
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_integer
from desktop.rules.times import format_moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the page tells beside the header."""

    code: str
    """Short code of the report, as on its pages."""
    evidence: int = 0
    """Files carried; one content goes once."""
    uses: int = 0
    """Times an entry names one of them."""
    withheld: int = 0
    left_out: int = 0
    """Times an entry names one that is kept back, or was too many."""


def cover_page(header: PackageHeader, told: Told, files: Mapping[str, bytes]) -> bytes:
    """Return the page; it lists every file but itself, the manifest and the seals."""
    words = _words()
    title = Template(words["title"]).substitute(agency=_safe(header.agency))
    facts = (
        Template(words["fact"]).substitute(label=words["labels"][key], value=value)
        for key, value in _facts(header, told, words["values"])
        if value
    )
    listed = (
        Template(words["file"]).substitute(
            name=_safe(name),
            size=format_integer(len(data)),
            sha256=hashlib.sha256(data).hexdigest(),
        )
        for name, data in sorted(files.items())
    )
    page = Template(words["page"].lstrip()).substitute(
        title=title,
        practice=words["practice"] if header.practice else "",
        facts="\n".join(facts),
        files="\n".join(listed),
    )
    return page.encode()


def _words() -> dict[str, Any]:
    path = RESOURCES / "templates" / "cover_page.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _facts(
    header: PackageHeader, told: Told, values: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    days = Template(values["days"]).substitute(
        first=format_date(header.first_day), last=format_date(header.last_day)
    )
    yield "recipient", _safe(header.recipient)
    yield "plan", _safe(header.plan_title)
    yield "period", days
    yield "version", str(header.version)
    yield "slip", str(header.slip or "")
    if header.parts > 1:
        yield (
            "part",
            Template(values["part"]).substitute(part=header.part, parts=header.parts),
        )
    yield "made", format_moment(header.created_at)
    yield "code", told.code
    if header.control.code:
        yield "entries", format_integer(header.control.entries)
        yield "attendance", format_integer(header.control.attendance)
        yield "control", header.control.code
    yield "evidence", _evidence(header, told, values)


def _evidence(header: PackageHeader, told: Told, values: Mapping[str, str]) -> str:
    counts = {
        str(header.evidence): told.evidence,
        "shared": told.uses if told.uses > told.evidence else 0,
        "withheld": told.withheld,
        "left_out": told.left_out,
    }
    said = [
        Template(values[key]).substitute(count=format_integer(count))
        for key, count in counts.items()
        if count or key == str(header.evidence)
    ]
    return "; ".join(said)


def _safe(text: str) -> str:
    return html.escape(text)
