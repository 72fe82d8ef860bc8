"""What nobody imports goes, what is imported stays, what nobody has is refused."""

import ast
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.house.source import PROGRAM, modules
from tests.packaging import binaries
from windows import pruning
from windows.refusals import BuildError


@pytest.fixture
def rules() -> pruning.Rules:
    """Give rules for a stage as small as the one below."""
    return replace(
        pruning.read(),
        modules=("QtCore", "QtWidgets"),
        plugins=("platforms/qwindows.dll",),
        keep=("*.py",),
        drop_lib=("**/*.pyi",),
        drop_runtime=("_wmi.pyd",),
        system=frozenset({"kernel32.dll"}),
    )


@pytest.fixture
def stage(tmp_path: Path) -> Path:
    """Lay out a small program with Qt, some of which nobody needs."""
    made = {
        "runtime/python313.dll": ("kernel32.dll", "VCRUNTIME140.dll"),
        "runtime/vcruntime140.dll": (),
        "runtime/_wmi.pyd": ("python313.dll",),
        "runtime/_sqlite3.pyd": ("python313.dll", "sqlite3.dll"),
        "runtime/sqlite3.dll": ("KERNEL32.dll",),
        "lib/shiboken6/msvcp140.dll": ("vcruntime140.dll",),
        "lib/shiboken6/vcruntime140.dll": (),
        "lib/PySide6/QtCore.pyd": ("Qt6Core.dll", "python313.dll"),
        "lib/PySide6/QtWidgets.pyd": ("Qt6Widgets.dll",),
        "lib/PySide6/QtQml.pyd": ("Qt6Qml.dll",),
        "lib/PySide6/Qt6Core.dll": ("MSVCP140.dll", "api-ms-win-crt-heap-l1-1-0.dll"),
        "lib/PySide6/Qt6Gui.dll": ("Qt6Core.dll",),
        "lib/PySide6/Qt6Widgets.dll": ("Qt6Gui.dll", "Qt6Core.dll"),
        "lib/PySide6/Qt6Qml.dll": ("Qt6Core.dll",),
        "lib/PySide6/msvcp140.dll": (),
        "lib/PySide6/plugins/platforms/qwindows.dll": ("Qt6Gui.dll",),
        "lib/PySide6/plugins/platforms/qminimal.dll": ("Qt6Gui.dll",),
        "lib/nho/_nho.pyd": ("nho-1a2b.dll",),
        "lib/nho.libs/nho-1a2b.dll": ("kernel32.dll",),
        "lib/nho.libs/thua-3c4d.dll": ("kernel32.dll",),
    }
    for name, asked in made.items():
        binaries.write(tmp_path / name, *asked)
    for name in ("__init__.py", "QtCore.pyi", "qml/x.qml", "translations/qt_vi.qm"):
        path = tmp_path / "lib" / "PySide6" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("", "utf-8")
    return tmp_path


def test_imports_are_read_from_the_file_in_small_letters(tmp_path: Path) -> None:
    path = binaries.write(tmp_path / "a.dll", "KERNEL32.dll", "Qt6Core.dll")
    assert pruning.imports(path) == {"kernel32.dll", "qt6core.dll"}


def test_of_qt_only_what_is_wanted_and_its_imports_stay(
    stage: Path, rules: pruning.Rules
) -> None:
    pruning.prune(stage, rules)
    left = {
        path.relative_to(stage).as_posix()
        for path in stage.rglob("*")
        if path.is_file()
    }
    assert left == {
        "runtime/python313.dll",
        "runtime/vcruntime140.dll",
        "runtime/_sqlite3.pyd",
        "runtime/sqlite3.dll",
        "lib/shiboken6/msvcp140.dll",
        "lib/PySide6/QtCore.pyd",
        "lib/PySide6/QtWidgets.pyd",
        "lib/PySide6/Qt6Core.dll",
        "lib/PySide6/Qt6Gui.dll",
        "lib/PySide6/Qt6Widgets.dll",
        "lib/PySide6/__init__.py",
        "lib/PySide6/plugins/platforms/qwindows.dll",
        "lib/nho/_nho.pyd",
        "lib/nho.libs/nho-1a2b.dll",
    }
    pruning.check_imports(stage, rules)


def test_a_library_that_only_newer_windows_have_is_refused(
    stage: Path, rules: pruning.Rules
) -> None:
    binaries.write(stage / "lib/PySide6/Qt6Core.dll", "icuuc.dll")
    pruning.imports.cache_clear()
    with pytest.raises(BuildError) as refused:
        pruning.check_imports(stage, rules)
    assert "lib/PySide6/Qt6Core.dll -> icuuc.dll" in str(refused.value)


def test_a_library_of_another_package_does_not_answer(
    stage: Path, rules: pruning.Rules
) -> None:
    binaries.write(stage / "lib/khac/_khac.pyd", "nho-1a2b.dll")
    assert pruning.unresolved(stage, rules) == ["lib/khac/_khac.pyd -> nho-1a2b.dll"]


def test_a_pattern_that_finds_nothing_is_a_mistake(
    stage: Path, rules: pruning.Rules
) -> None:
    with pytest.raises(BuildError, match=r"_msi\.pyd"):
        pruning.prune(stage, replace(rules, drop_runtime=("_wmi.pyd", "_msi.pyd")))


def test_an_archive_loses_what_the_patterns_find_and_nothing_else(
    tmp_path: Path,
) -> None:
    path = tmp_path / "python313.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("os.pyc", "wave.pyc", "xmlrpc/__init__.pyc", "xmlrpc/client.pyc"):
            archive.writestr(name, name)
    pruning.drop_members(path, ["wave.pyc", "xmlrpc/*"])
    first = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "os.pyc": b"os.pyc"
        }
    pruning.drop_members(path, [])
    assert path.read_bytes() == first  # whenever it is written


def test_a_pattern_that_finds_no_member_is_a_mistake(tmp_path: Path) -> None:
    path = tmp_path / "python313.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("os.pyc", b"")
    with pytest.raises(BuildError, match=r"python313\.zip.*\n.*turtle"):
        pruning.drop_members(path, ["turtle.pyc"])


@pytest.mark.parametrize("what", ["installed", "installer", "quick_installer"])
def test_what_takes_one_byte_more_than_its_limit_is_refused(
    what: str, rules: pruning.Rules
) -> None:
    most = rules.limits[what]
    pruning.check_size(what, most, rules)
    with pytest.raises(BuildError, match=f"{what}.*{most + 1:,}"):
        pruning.check_size(what, most + 1, rules)


def test_limits_are_those_that_were_promised(rules: pruning.Rules) -> None:
    assert rules.limits["installed"] <= 135_000_000
    assert rules.limits["installer"] <= 40_000_000


def test_a_wanted_plugin_that_is_not_there_is_refused(
    stage: Path, rules: pruning.Rules
) -> None:
    with pytest.raises(BuildError, match=r"plugins/styles/qfluent\.dll"):
        pruning.prune(stage, replace(rules, plugins=("styles/qfluent.dll",)))


def test_every_part_of_qt_that_the_program_imports_is_shipped() -> None:
    imported = set()
    for path in modules(PROGRAM):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                head, _, tail = node.module.partition(".")
                if head == "PySide6" and tail:
                    imported.add(tail)
    assert {"QtCore", "QtGui", "QtWidgets"} < imported
    assert imported <= set(pruning.read().modules)


def test_libraries_of_windows_are_not_those_of_newer_windows() -> None:
    assert not {"icuuc.dll", "icu.dll", "icuin.dll"} & pruning.read().system
