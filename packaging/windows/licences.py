"""Lay the licence of every shipped part beside the program, or refuse to ship it."""

from __future__ import annotations

import re
import shutil
import tomllib
from dataclasses import dataclass
from email import message_from_string
from pathlib import Path
from typing import TYPE_CHECKING, Any

from windows.refusals import BuildError, refuse_any

if TYPE_CHECKING:
    from email.message import Message

Table = dict[str, Any]
Told = dict[str, Any]
"""What parts.toml says of all, and of one."""

ROOM = Path(__file__).resolve().parent / "licences"
TABLE = ROOM / "parts.toml"
FOLDER = "LICENSES"
INDEX = "DANH_MUC.txt"
HEAD = """\
Sổ Truyền Thông gồm mã của chính nó (giấy phép Apache 2.0) và các phần dưới đây của
những người khác. Mỗi phần có văn bản giấy phép trong thư mục mang tên phần đó.

Qt và PySide6 được dùng theo LGPL-3.0: chúng nằm thành các tệp DLL riêng trong thư mục
lib, và ai cũng có thể thay bằng bản tự dựng tương thích.
"""
_TEXT = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
_BESIDE = re.compile(r"authors|sboms", re.IGNORECASE)
"""What tells of a part without being a licence: whose it is, what went into it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One shipped work by others, and under what it comes."""

    name: str
    version: str
    licence: str
    texts: tuple[tuple[Path, str], ...]
    """Each file, and its name in the folder of the part."""
    made_of: str = ""
    """Where its source is, when its licence wants that told."""


def collect(stage: Path, given: dict[str, Path], versions: dict[str, str]) -> None:
    """Fill LICENSES/ for everything below lib/ and runtime/.

    Args:
        stage: The program's folder.
        given: Texts that lie elsewhere, by the name the table calls them.
        versions: Versions of parts that are no wheels, by their names.

    Raises:
        BuildError: A part has no licence text.
    """
    table = tomllib.loads(TABLE.read_text("utf-8"))
    parts = [_of_wheel(each, table) for each in sorted(stage.glob("lib/*.dist-info"))]
    parts += [_of_table(each, given, versions) for each in table["parts"]]
    refuse_any(
        "Thiếu văn bản giấy phép của",
        [f"{part.name} {part.version}" for part in parts if not _is_licensed(part)],
    )
    parts.sort(key=lambda part: part.name.lower())
    for part in parts:
        _lay(part, stage / FOLDER / f"{part.name}-{part.version}")
    _write_index(parts, stage / FOLDER / INDEX)
    for folder in stage.glob("lib/*.dist-info"):
        _forget_texts(folder)


def _is_licensed(part: Part) -> bool:
    """Tell whether all texts of a part are there, and one is a licence."""
    return all(path.is_file() for path, _ in part.texts) and any(
        path.parent == ROOM or _TEXT.search(name) for path, name in part.texts
    )


def _of_wheel(folder: Path, table: Table) -> Part:
    """Read one installed library: its own texts, and those the table adds."""
    told = message_from_string((folder / "METADATA").read_text("utf-8"))
    name, _, version = folder.name.removesuffix(".dist-info").rpartition("-")
    added = table["added"].get(name.lower(), {})
    own = [path for path in _texts(folder) if path.name not in table["no_licences"]]
    return Part(
        name=name,
        version=version,
        licence=added.get("licence") or _expression(told),
        texts=(
            *((path, _inside(path, folder)) for path in own),
            *((ROOM / text, text) for text in added.get("texts", ())),
        ),
        made_of=added.get("source", ""),
    )


def _of_table(told: Told, given: dict[str, Path], versions: dict[str, str]) -> Part:
    """Read one part that is no library of Python's: `$NAME` is a text given."""
    texts = []
    for text in told["texts"]:
        place = given[text[1:]] if text.startswith("$") else ROOM / text
        texts.append((place, text.removeprefix("$")))
    return Part(
        name=told["name"],
        version=told.get("version") or versions[told["name"]],
        licence=told["licence"],
        texts=tuple(texts),
        made_of=told.get("source", ""),
    )


def _texts(folder: Path) -> list[Path]:
    """Find the texts that a library brings about its licence and its authors."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and any(
            _TEXT.search(part) or _BESIDE.search(part)
            for part in path.relative_to(folder).parts
        )
    ]


def _inside(path: Path, folder: Path) -> str:
    """Name a text below its part's folder as below the library's own, but shorter."""
    below = path.relative_to(folder)
    if below.parts[0] == "licenses":
        below = below.relative_to("licenses")
    return below.as_posix()


def _expression(told: Message) -> str:
    """Return what a library calls its licence, in one line."""
    for field in ("License-Expression", "License"):
        value = str(told.get(field) or "").strip()
        if value and "\n" not in value:
            return value
    kinds = [str(each) for each in told.get_all("Classifier") or []]
    return "; ".join(
        kind.rpartition(" :: ")[2] for kind in kinds if kind.startswith("License ::")
    )


def _lay(part: Part, folder: Path) -> None:
    """Copy the texts of a part; different ones must not fall on one name."""
    for source, name in part.texts:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and target.read_bytes() != source.read_bytes():
            raise BuildError(f"{part.name}: hai văn bản cùng tên {name}")
        shutil.copyfile(source, target)


def _write_index(parts: list[Part], target: Path) -> None:
    """Write whose work lies in the program and under what licence, in Vietnamese."""
    lines = [HEAD]
    for part in parts:
        lines.append(f"{part.name} {part.version}: {part.licence}")
        if part.made_of:
            lines.append(f"    Mã nguồn: {part.made_of}")
    text = "\n".join(lines).replace("\n", "\r\n") + "\r\n"
    target.write_text(text, "utf-8", newline="")


def _forget_texts(folder: Path) -> None:
    """Delete from the library's own folder what is read in LICENSES/ or nowhere."""
    notes = folder / "METADATA"
    fields = notes.read_bytes().replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    notes.write_bytes(fields + b"\n")
    for path in _texts(folder):
        path.unlink()
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            path.rmdir()
