"""Hold the parts of a workbook: edited ones are written anew, all others as they were.

ECMA-376 part 2: parts, their kinds and how they are related.
"""

import posixpath
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from lxml import etree

from desktop.files.foreign.archive import bytes_of, opened
from desktop.files.foreign.limits import FILE_LIMIT
from desktop.files.signatures.opc.markup import parse
from desktop.files.signatures.opc.relationships import target_part

Element = Any
"""Elements of lxml are untyped here."""

PACKAGE_RELATIONS: Final = (
    "http://schemas.openxmlformats.org/package/2006/relationships"
)
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES_PART: Final = "[Content_Types].xml"


class Parts:
    """Every part of one workbook, in the order in which they lie in the file."""

    def __init__(self, path: Path) -> None:
        """Open a workbook within the limits for foreign files.

        Raises:
            FileError: As `foreign.archive.opened`.
        """
        self.archive = opened(path)
        self._data = bytes_of(path, FILE_LIMIT)
        self._names = {name.casefold(): name for name in self.archive.names}
        self._roots: dict[str, Element] = {}
        self._texts: dict[str, bytes] = {}
        self._added: list[str] = []
        self._dropped: set[str] = set()

    def find(self, name: str) -> str:
        """Return a part's name as it is written, blank when there is none."""
        return self._names.get(name.casefold(), "")

    def data(self, name: str) -> bytes:
        """Return the bytes of a part, as they will be written if they were replaced."""
        if name in self._texts:
            return self._texts[name]
        return b"".join(self.archive.chunks(name))

    def replace(self, name: str, data: bytes) -> None:
        """Let a part have other bytes."""
        self._texts[name] = data

    def root(self, name: str) -> Element:
        """Return the root of a part that will be written anew.

        Raises:
            ValueError: It is no XML.
        """
        if name not in self._roots:
            self._roots[name] = parse(self.data(name))
        return self._roots[name]

    def add(self, name: str, data: bytes, kind: str) -> str:
        """Put in a new part of a content type, and return its name."""
        self._names[name.casefold()] = name
        self._texts[name] = data
        self._added.append(name)
        if kind:
            self._tell_kind(name, kind)
        return name

    def drop(self, name: str, of: str) -> None:
        """Take a part out, with what it is related to by and its relationship to `of`.

        What only it referred to stays in the file, which nothing then leads to.
        """
        rels = self.find(_rels_of(of))
        for one in list(self.root(rels)):
            inside = one.get("TargetMode") != "External"
            if inside and self.find(target_part(rels, str(one.get("Target")))) == name:
                self.root(rels).remove(one)
        for one in list(self.root(_TYPES_PART)):
            if str(one.get("PartName")).lstrip("/").casefold() == name.casefold():
                self.root(_TYPES_PART).remove(one)
        for gone in filter(None, (name, self.find(_rels_of(name)))):
            self._dropped.add(gone)
            del self._names[gone.casefold()]

    def free_name(self, stem: str, ending: str) -> tuple[str, int]:
        """Return a name nobody has, such as `xl/comments3.xml`, and its number."""
        number = 1
        while self.find(f"{stem}{number}{ending}"):
            number += 1
        return f"{stem}{number}{ending}", number

    # --- relationships ---------------------------------------------------------

    def related(self, part: str, kind: str) -> tuple[str, ...]:
        """Return the parts a part is related to; `kind` is what the type ends with."""
        return tuple(name for _, name in self._relations(part, kind))

    def relation_id(self, part: str, kind: str, target: str) -> str:
        """Return the id of the relationship of a part to another, made if wanting."""
        found = self._relations(part, kind.rpartition("/")[2])
        known = next((one for one, name in found if name == target), "")
        return known or self._relate(part, kind, target)

    def _relations(self, part: str, kind: str) -> list[tuple[str, str]]:
        rels = self.find(_rels_of(part))
        if not rels:
            return []
        root = self._roots.get(rels)
        found = []
        for one in parse(self.data(rels)) if root is None else root:
            inside = one.get("TargetMode") != "External"
            if inside and str(one.get("Type")).rpartition("/")[2] == kind:
                name = self.find(target_part(rels, str(one.get("Target"))))
                found.append((str(one.get("Id")), name))
        return [(one, name) for one, name in found if name]

    def _relate(self, part: str, kind: str, target: str) -> str:
        rels = self.find(_rels_of(part)) or self.add(
            _rels_of(part), f'<Relationships xmlns="{PACKAGE_RELATIONS}"/>'.encode(), ""
        )
        root = self.root(rels)
        taken = {one.get("Id") for one in root}
        number = 1
        while f"rId{number}" in taken:
            number += 1
        made = etree.SubElement(root, f"{{{PACKAGE_RELATIONS}}}Relationship")
        made.set("Id", f"rId{number}")
        made.set("Type", kind)
        made.set("Target", posixpath.relpath(target, posixpath.dirname(part) or "."))
        return f"rId{number}"

    def _tell_kind(self, name: str, kind: str) -> None:
        made = etree.SubElement(self.root(_TYPES_PART), f"{{{_TYPES}}}Override")
        made.set("PartName", f"/{name}")
        made.set("ContentType", kind)

    # --- writing ---------------------------------------------------------------

    def written(self) -> bytes:
        """Return the workbook: the same members in the same order, then new ones."""
        output = BytesIO()
        with (
            zipfile.ZipFile(BytesIO(self._data)) as old,
            zipfile.ZipFile(output, "w") as new,
        ):
            for info in old.infolist():
                name = info.filename.lstrip("/")
                if name in self._dropped:
                    continue
                changed = self._changed(name)
                content = old.read(info) if changed is None else changed
                new.writestr(_like(info), content)
            dated = old.infolist()[0].date_time
            for name in self._added:
                info = zipfile.ZipInfo(name, dated)
                info.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(info, self._changed(name) or b"")
        return output.getvalue()

    def _changed(self, name: str) -> bytes | None:
        if name in self._roots:
            tree = self._roots[name].getroottree()
            return bytes(
                etree.tostring(
                    tree, xml_declaration=True, encoding="UTF-8", standalone=True
                )
            )
        return self._texts.get(name)


def _rels_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _like(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Return what the list of an archive says of a member, for one to be written."""
    made = zipfile.ZipInfo(info.filename, info.date_time)
    made.compress_type = info.compress_type
    made.create_system = info.create_system
    made.external_attr = info.external_attr
    made.comment = info.comment
    return made
