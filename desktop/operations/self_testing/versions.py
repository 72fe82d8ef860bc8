"""Tell of which versions the program and what it stands on are."""

import sys
from importlib import metadata

import desktop
from desktop.store.probing import engine_version

_PARTS = (
    "PySide6-Essentials",
    "cryptography",
    "lxml",
    "msgspec",
    "openpyxl",
    "pikepdf",
    "Pillow",
    "pyHanko",
    "pypdfium2",
    "pyrage",
    "python-docx",
    "python-pkcs11",
    "pyzipper",
    "reportlab",
    "sqlite-utils",
)


def versions() -> dict[str, str]:
    """Return versions by name; blank where a part does not tell its own."""
    own = {
        "program": desktop.__version__,
        "python": ".".join(map(str, sys.version_info[:3])),
        "system": _system(),
        "sqlite": engine_version(),
    }
    return own | {name: _version(name) for name in _PARTS}


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


if sys.platform == "win32":

    def _system() -> str:
        # Not `platform`: it asks a service of Windows that may hang for seconds.
        # And not the first three numbers, which a manifest can hold back.
        found = sys.getwindowsversion().platform_version
        return f"Windows {'.'.join(map(str, found))}"

else:

    def _system() -> str:
        import os

        told = os.uname()
        return f"{told.sysname} {told.release}"
