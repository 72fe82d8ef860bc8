"""Name every part and relationship of a package that a signature leaves out.

The tools people trust do not ask: they call a workbook valid to which a sheet that
nobody signed was added.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from desktop.files.signatures.opc import relationships
from desktop.files.signatures.opc.names import (
    CONTENT_TYPES_PART,
    ORIGIN,
    ROOT_RELATIONSHIPS,
    UNSIGNED_TYPES,
)
from desktop.files.signatures.opc.package import Package
from desktop.files.signatures.opc.references import PartReference
from desktop.files.signatures.opc.relationships import Relationship
from desktop.records.verification import Finding

_LEFT_OUT: Final = {
    "core-properties": ("application/vnd.openxmlformats-package.core-properties+xml",),
    "extended-properties": (
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    ),
    "custom-properties": (
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    ),
    "thumbnail": ("image/jpeg", "image/png", "image/x-emf", "image/x-wmf"),
}
"""What the target of a relationship that Office leaves out may be.

Some readers find a part by its content type alone, wherever it hangs.
"""


@dataclass(frozen=True, slots=True)
class _Signed:
    """What one signature covers."""

    by_part: dict[str, PartReference]

    def __contains__(self, part: str) -> bool:
        return part in self.by_part

    def chooses(self, part: str, one: Relationship) -> bool:
        """Tell whether it covers a relationship."""
        found = self.by_part.get(part)
        return found is not None and found.chooses(one)


def gaps(
    listed: tuple[PartReference, ...], package: Package, own: frozenset[str]
) -> Iterator[Finding]:
    """Yield what a signature leaves out; `own` are the parts of all signatures.

    Findings: `relationship_unsigned`, `part_unsigned`, and `part_missing` for a signed
    relationship that leads nowhere.
    """
    signed = _Signed({one.part: one for one in listed})
    spared = {CONTENT_TYPES_PART, *own}
    for name, held in sorted(package.relationships.items()):
        if name in own:
            continue
        spared.add(name)  # what it holds is looked at one by one
        for one in held:
            if signed.chooses(name, one):
                yield from _astray(name, one, package)
            elif _left_out(name, one, package):
                spared.add(relationships.target_part(name, one.target))
            else:
                yield Finding(code="relationship_unsigned", facts=(name, one.id))
    led_to = _led_to(signed, package)
    for part in sorted(package.parts):
        if part not in signed and (part not in spared or part in led_to):
            yield Finding(code="part_unsigned", facts=(part,))


def _astray(name: str, one: Relationship, package: Package) -> Iterator[Finding]:
    if not one.external:
        part = relationships.target_part(name, one.target)
        if part not in package.parts:
            yield Finding(code="part_missing", facts=(part,))


def _led_to(signed: _Signed, package: Package) -> set[str]:
    """Return the parts that signed relationships lead to: these cannot be spared."""
    return {
        target
        for name in package.relationships
        for one, target in package.targets(name)
        if signed.chooses(name, one)
    }


def _left_out(name: str, one: Relationship, package: Package) -> bool:
    """Tell whether Office leaves it out: properties and a thumbnail of the root."""
    if name != ROOT_RELATIONSHIPS or one.external or one.type not in UNSIGNED_TYPES:
        return False
    if one.type == ORIGIN:
        return True  # `discovery` has looked at it
    target = relationships.target_part(name, one.target)
    kinds = _LEFT_OUT.get(one.type.rpartition("/")[2], ())
    return target not in package.parts or package.types.of(target) in kinds
