"""The lock pins everything the project asks for, and everything that brings along."""

import importlib.metadata
import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.source import ROOT

PINNED = re.compile(r"([\w.-]+)==([\w.]+)(?: ; sys_platform == \"win32\")?")
NOT_PINNED = {"pip"}  # comes with every environment


def pins(*names: str) -> dict[str, str]:
    """Read name and exact version of each line of the lock files."""
    found: dict[str, str] = {}
    for name in names:
        for line in (ROOT / "packaging" / name).read_text("utf-8").splitlines():
            if line.startswith("#"):
                continue
            pinned = PINNED.fullmatch(line)
            assert pinned, f"not an exact version: {line}"
            key = canonicalize_name(pinned[1])
            assert key not in found, f"pinned twice: {line}"
            found[key] = pinned[2]
    return found


def asked_for(*, tools: bool) -> list[Requirement]:
    """Read what pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = list(project["dependencies"])
    if tools:
        lines += project["optional-dependencies"]["dev"]
    return [Requirement(line) for line in lines]


def brought_along(asked: list[Requirement]) -> set[str]:
    """Follow what is installed from what is asked for to all that it needs."""
    seen: set[str] = set()
    waiting = list(asked)
    while waiting:
        name = canonicalize_name(waiting.pop().name)
        if name in seen:
            continue
        seen.add(name)
        needed = map(Requirement, importlib.metadata.requires(name) or [])
        waiting += [
            each
            for each in needed
            if each.marker is None or each.marker.evaluate({"extra": ""})
        ]
    return seen


LOCKS = pytest.mark.parametrize(
    ("files", "tools"),
    [(("lock.txt",), False), (("lock.txt", "lock-dev.txt"), True)],
    ids=["program", "tools"],
)


@LOCKS
def test_each_pin_is_one_the_project_allows(
    files: tuple[str, ...], tools: bool
) -> None:
    pinned = pins(*files)
    outside = [
        f"{each} is pinned to {pinned.get(canonicalize_name(each.name))}"
        for each in asked_for(tools=tools)
        if pinned.get(canonicalize_name(each.name), "") not in each.specifier
    ]
    assert not outside


@LOCKS
def test_nothing_comes_along_unpinned(files: tuple[str, ...], tools: bool) -> None:
    needed = brought_along(asked_for(tools=tools))
    assert not needed - set(pins(*files)) - NOT_PINNED


@LOCKS
def test_the_tests_run_on_the_pinned_versions(
    files: tuple[str, ...], tools: bool
) -> None:
    pinned = pins(*files)
    other = {
        name: importlib.metadata.version(name)
        for name in brought_along(asked_for(tools=tools)) - NOT_PINNED
        if importlib.metadata.version(name) != pinned[name]
    }
    assert not other


def test_windows_gets_the_same_versions_each_by_its_hash() -> None:
    hashed = re.compile(r"([\w.-]+)==([\w.]+) --hash=sha256:[0-9a-f]{64}")
    lines = (ROOT / "packaging" / "windows" / "lock.txt").read_text("utf-8")
    read = [
        hashed.fullmatch(line)
        for line in lines.splitlines()
        if not line.startswith("#")
    ]
    assert all(read), "a line without exactly one hash"
    assert {canonicalize_name(one[1]): one[2] for one in read if one} == pins(
        "lock.txt"
    )


def test_what_builds_the_windows_editions_is_pinned_by_hash() -> None:
    tools = (ROOT / "packaging" / "windows" / "tools.txt").read_text("utf-8")
    lines = [line for line in tools.splitlines() if not line.startswith("#")]
    assert lines
    wrong = [
        line
        for line in lines
        if not re.fullmatch(r"[\w.-]+==[\w.]+( --hash=sha256:[0-9a-f]{64})+", line)
    ]
    assert not wrong


def test_the_lock_names_no_file_or_host() -> None:
    locks = [
        *(ROOT / "packaging").rglob("lock*.txt"),
        *(ROOT / "packaging").rglob("tools.txt"),
    ]
    assert len(locks) > 3
    for path in locks:
        assert "://" not in path.read_text("utf-8")
