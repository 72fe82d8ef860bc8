"""A process that confined itself cannot take more."""

import subprocess
import sys

from desktop.files.foreign.confinement import put_into_job
from tests.house.source import ROOT

CONFINED = "from desktop.files.foreign.confinement import confine; confine({}, {});"


def run(code: str, memory: int = 300_000_000, seconds: float = 20) -> str:
    ended = subprocess.run(
        [sys.executable, "-c", CONFINED.format(memory, seconds) + code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    return ended.stdout + ended.stderr


def test_it_may_not_take_more_memory() -> None:
    assert "MemoryError" in run("bytearray(400_000_000)")
    assert run("bytearray(100_000_000); print('well')") == "well\n"


def test_it_may_not_write_a_large_file() -> None:
    code = "import tempfile; f = tempfile.TemporaryFile(); f.write(b'x' * 2_000_000)"
    assert "File too large" in run(f"{code}; f.flush()")


def test_it_may_not_compute_without_end() -> None:
    code = "import resource; print(resource.getrlimit(resource.RLIMIT_CPU)[0])"
    assert run(code, seconds=4.5) == "7\n"


def test_a_limit_that_is_narrower_already_stays() -> None:
    code = "import resource as r; print(r.getrlimit(r.RLIMIT_AS)[0])"
    confined = CONFINED.format(300_000_000, 20)
    narrow = "import resource as r; r.setrlimit(r.RLIMIT_AS, (200_000_000,) * 2);"
    said = subprocess.run(
        [sys.executable, "-c", narrow + confined + code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "200000000\n"


def test_only_windows_has_jobs() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        job = put_into_job(process, 200_000_000)
    assert (job is not None) == (sys.platform == "win32")


def test_a_process_that_reads_many_files_is_held_to_a_time_for_each() -> None:
    code = (
        "import resource, time\n"
        "from desktop.files.foreign.confinement import allow_more\n"
        "first = resource.getrlimit(resource.RLIMIT_CPU)[0]\n"
        "while time.process_time() < 1.2: pass\n"
        "allow_more(3)\n"
        "print(resource.getrlimit(resource.RLIMIT_CPU)[0] - first)\n"
    )
    assert run(code, seconds=3) in ("1\n", "2\n")
