"""Cut the log of changes: what each version brought, from one version to another."""

import re
from collections.abc import Iterable, Iterator

from desktop.records.update import VersionChanges
from desktop.rules.versions import is_later, parse_version

_HEADING = re.compile(r"^## +(\S+).*$", re.MULTILINE)
_POINT = re.compile(r"^[-*] +", re.MULTILINE)
_CODE = re.compile(r"`([^`\n]*)`")


def read_change_log(text: str) -> tuple[VersionChanges, ...]:
    """Return what is said of each version, in the order written.

    Headings that name no version are left out with what is below them.
    """
    _, *parts = _HEADING.split(text.replace("\r\n", "\n"))
    return tuple(
        _changes(version, body)
        for version, body in zip(parts[::2], parts[1::2], strict=True)
        if parse_version(version) is not None
    )


def changes_between(
    versions: Iterable[VersionChanges], own: str, new: str
) -> tuple[VersionChanges, ...]:
    """Return what came after one version up to another, the latest first.

    Raises:
        ValueError: One of them is no version.
    """
    between = [
        one
        for one in versions
        if is_later(one.version, own) and not is_later(one.version, new)
    ]
    return tuple(sorted(between, key=_order, reverse=True))


def _order(changes: VersionChanges) -> tuple[int, ...]:
    return parse_version(changes.version) or ()


def _changes(version: str, body: str) -> VersionChanges:
    intro, *points = _POINT.split(body)
    return VersionChanges(
        version=version, intro=_line(intro), points=tuple(_lines(points))
    )


def _lines(points: Iterable[str]) -> Iterator[str]:
    for point in points:
        # What is behind a blank line is no part of the point.
        line = _line(point.split("\n\n", 1)[0])
        if line:
            yield line


def _line(text: str) -> str:
    return " ".join(_CODE.sub(r"\1", text).split())
