"""What is laid on the PC is whole, of one system, and nothing but what it must be."""

import json
import re
import subprocess
import unicodedata
from functools import cache
from pathlib import Path

import desktop
from tests.windows.built import Built
from windows import installer, pruning

LIMITS = pruning.read().limits
LONGEST = 110
"""Characters of a path below the program's folder; a user's own may take the rest."""
UNWANTED = re.compile(
    r"\.(pdb|lib|pyi|h|c|cpp)$|_wmi\.pyd$|/Qt6?(Qml|Quick|WebEngine|Designer)\w*\.(dll|pyd)$"
)
READ = {".md", ".txt", ".toml", ".json", ".csv", ".html", ".svg", ".qss"}
NEEDED = re.compile(r"^\s*DLL Name: (\S+)$", re.MULTILINE)
# What every Windows 10 from 1809 on has in its own folder.
OF_WINDOWS = re.compile(
    r"^(api-ms-win-.*|kernel32|ntdll|user32|gdi32|advapi32|shell32|ole32|oleaut32|"
    r"comctl32|comdlg32|imm32|winmm|ws2_32|crypt32|bcrypt|bcryptprimitives|ncrypt|"
    r"version|rpcrt4|msvcrt|ucrtbase|setupapi|shlwapi|shcore|uiautomationcore|dwmapi|uxtheme|dwrite|"
    r"d2d1|d3d9|d3d11|d3d12|dxgi|dcomp|iphlpapi|netapi32|userenv|winspool|wtsapi32|"
    r"authz|mpr|secur32|cfgmgr32|powrprof|propsys|dnsapi|winhttp|wininet|dbghelp|"
    r"psapi|opengl32|usp10|gdiplus|pdh|msimg32|cabinet|msi)\.(dll|drv)$"
)


def files(built: Built) -> list[Path]:
    return [path for path in built.stage.rglob("*") if path.is_file()]


@cache
def imports_of(path: Path) -> frozenset[str]:
    """Return the libraries a program asks for, in small letters."""
    said = subprocess.run(
        ["x86_64-w64-mingw32-objdump", "-p", str(path)],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,  # it finds fault with resources that Windows reads
    ).stdout
    return frozenset(name.lower() for name in NEEDED.findall(said))


def programs(built: Built) -> list[Path]:
    return [one for one in files(built) if one.suffix in {".exe", ".dll", ".pyd"}]


def test_every_library_a_program_asks_for_is_shipped_or_windows_own(
    built: Built,
) -> None:
    found = programs(built)
    assert len(found) > 50
    shipped = {path.name.lower() for path in found}
    missing = {
        f"{path.name}: {name}"
        for path in found
        for name in imports_of(path) - shipped
        if not OF_WINDOWS.match(name)
    }
    assert not missing


def test_no_program_asks_for_what_only_newer_windows_have(built: Built) -> None:
    asked = {name for path in programs(built) for name in imports_of(path)}
    assert "python313.dll" in asked
    assert "icuuc.dll" not in asked


def test_nothing_is_shipped_that_nobody_runs_or_reads(built: Built) -> None:
    shipped = [path.relative_to(built.stage).as_posix() for path in files(built)]
    assert [name for name in shipped if UNWANTED.search(name)] == []
    assert [name for name in shipped if "__pycache__" in name] == []
    assert [name for name in shipped if name.endswith(".py")] == []


def test_names_are_ascii_and_short_enough_for_any_user_s_folder(built: Built) -> None:
    shipped = [path.relative_to(built.stage).as_posix() for path in files(built)]
    assert [name for name in shipped if not name.isascii()] == []
    assert [name for name in shipped if len(name) > LONGEST] == []


def test_both_editions_are_as_small_as_promised(built: Built) -> None:
    assert sum(path.stat().st_size for path in files(built)) <= LIMITS["installed"]
    assert built.installer.stat().st_size <= LIMITS["quick_installer"]


def test_every_shipped_text_is_in_composed_letters(built: Built) -> None:
    ours = [built.stage / name for name in ("app", "THAY_DOI.md", "PHIEN_BAN.json")]
    texts = [
        path for one in ours for path in ([one] if one.is_file() else files_in(one))
    ]
    assert len(texts) > 20
    loose = [
        path.name
        for path in texts
        if not unicodedata.is_normalized("NFC", path.read_text("utf-8"))
    ]
    assert loose == []


def files_in(folder: Path) -> list[Path]:
    return [
        path for path in folder.rglob("*") if path.is_file() and path.suffix in READ
    ]


def test_every_shipped_package_comes_with_its_licence(built: Built) -> None:
    licences = built.stage / "LICENSES"
    given = {path.name.lower() for path in licences.rglob("*")}
    for text in ("lgpl-3.0", "gpl-3.0"):
        assert any(text in name for name in given), text
    packages = {
        path.name.partition("-")[0].lower().replace("_", "-")
        for path in (built.stage / "lib").glob("*.dist-info")
    }
    named = " ".join(given).replace("_", "-")
    assert [one for one in sorted(packages) if one not in named] == []


def test_the_version_is_told_once_and_everywhere_alike(built: Built) -> None:
    told = json.loads((built.stage / "PHIEN_BAN.json").read_text("utf-8"))
    assert told["version"] == desktop.__version__
    assert desktop.__version__ in built.installer.name
    assert desktop.__version__ in built.stick.name


def test_the_list_names_every_file_and_itself(built: Built) -> None:
    lines = (built.stage / installer.LIST).read_text("ascii").splitlines()
    named = {line.replace("\\", "/") for line in lines if not line.endswith("\\")}
    shipped = {path.relative_to(built.stage).as_posix() for path in files(built)}
    assert shipped - named == {installer.MARKER.name}
    assert named - shipped == set()
