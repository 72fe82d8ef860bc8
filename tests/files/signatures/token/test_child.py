"""Tests of the helper's side: answers to lines, and what it loads."""

import subprocess
import sys

import pytest

from desktop.files.signatures.token import wire
from desktop.files.signatures.token.child import Child
from desktop.paths import ROOT
from tests.files.signatures.token.conftest import Desk


def answered(line: bytes) -> tuple[str, tuple[str, ...]]:
    message = wire.unpack(Child().answer(line))
    return message["reason"], tuple(message["facts"])


@pytest.mark.parametrize(
    "line", [b"", b"{}", b"[]", b"x", b'{"ask": "load"}', b'{"ask": 3}', b"\xff" * 9]
)
def test_no_line_brings_it_down(line: bytes) -> None:
    assert answered(line)[0] == "module_failed"


@pytest.mark.parametrize("ask", ["tokens", "certificates", "login", "sign"])
def test_nothing_works_before_a_module_is_loaded(ask: str) -> None:
    more = {"certificates": {"serial": "1"}, "sign": {"data": ""}}.get(ask, {})
    assert answered(wire.pack({"ask": ask, **more}))[0] == "module_failed"


def test_it_loads_little(desk: Desk) -> None:
    script = (
        "import sys\n"
        "from desktop.files.signatures.token.child import Child\n"
        "early = set(sys.modules)\n"
        "child = Child()\n"
        "from desktop.files.signatures.token import wire\n"
        "told = child.answer(wire.pack({'ask': 'load', 'module': sys.argv[1]}))\n"
        "assert wire.unpack(told) == {'good': None}, told\n"
        "heavy = {'cryptography', 'pyhanko', 'lxml', 'PySide6', 'sqlite3'}\n"
        "print(sorted(heavy & set(sys.modules)), 'pkcs11' in early)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(desk.module)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout.strip() == "[] False"


def test_an_attempt_to_log_in_is_never_shown_in_an_answer() -> None:
    line = wire.pack({"ask": "login", "serial": 1, "pin": "135790"})
    assert b"135790" not in Child().answer(line)
