"""The libraries' words are compiled from the catalogues that lie beside them."""

import subprocess
import sys

from tests.house.source import ROOT


def test_compiled_catalogues_are_what_their_sources_say() -> None:
    checked = subprocess.run(
        [sys.executable, ROOT / "packaging" / "translations.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, checked.stdout) == (0, ""), checked.stderr
