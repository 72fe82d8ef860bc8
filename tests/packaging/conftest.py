"""The scripts that build the Windows editions are found where they lie."""

import sys

from tests.house.source import ROOT

sys.path.insert(0, str(ROOT / "packaging"))  # scripts, and no package of their own
