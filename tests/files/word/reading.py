"""Read written documents back, for the tests of the modules that write them."""

import zipfile
from io import BytesIO
from typing import Any

from docx import Document
from lxml import etree

from desktop.files.word import document
from desktop.records.report import Report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(report: Report) -> Any:
    """Write a report and open what was written."""
    return Document(BytesIO(document.draw(report)))


def parts(content: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def root(content: bytes, name: str) -> Any:
    """Return the root element of one part."""
    return etree.fromstring(parts(content)[name])


def texts(made: Any) -> list[str]:
    """Return the texts of all paragraphs, those in cells included, in order."""
    return [
        "".join(t.text or "" for t in p.iter(f"{W}t"))
        for p in made.element.body.iter(f"{W}p")
    ]


def value(element: Any, path: str) -> str | None:
    """Return the `val` of the element at a path of local names."""
    found = element.find("/".join(f"{W}{part}" for part in path.split("/")))
    return None if found is None else found.get(f"{W}val", "")
