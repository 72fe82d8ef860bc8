"""Run the benches and print their ratios: python3 packaging/dev.py bench [name…].

A name is that of a module of this folder with `run`, which returns name, ratio and
remark of each row. Only ratios carry over from one machine to another. Ends with 1
when a ratio is above the limit its module sets (`LIMITS`, by name of the row), and
with 2 when there is no bench of a name.
"""

import importlib
import pkgutil
import sys
from collections.abc import Mapping, Sequence
from types import ModuleType

import tests.bench
from tests.bench.pairs import Row

NO_BENCH = 2


def benches() -> dict[str, ModuleType]:
    """Return every module that has something to run, in the order of names."""
    names = [one.name for one in pkgutil.iter_modules(tests.bench.__path__)]
    found = {
        name: importlib.import_module(f"tests.bench.{name}")
        for name in sorted(names)
        if name != "__main__"
    }
    return {name: one for name, one in found.items() if hasattr(one, "run")}


def told(row: Row, limits: Mapping[str, float]) -> str:
    """Return a row as printed."""
    name, ratio, remark = row
    most = limits.get(name)
    limit = "" if most is None else f"<= {most:g}"
    verdict = "  TOO SLOW" if most is not None and ratio > most else ""
    return f"{ratio:8.2f}  {limit:6}  {name}  ({remark}){verdict}"


def main(wanted: Sequence[str]) -> int:
    """Run the benches named, or all; return what the program exits with."""
    known = benches()
    unknown = [name for name in wanted if name not in known]
    if unknown:
        print(f"no bench {', '.join(unknown)}; there are {', '.join(known)}")
        return NO_BENCH
    slow = False
    print(f"{'ratio':>8}  {'limit':6}  what")
    for name in wanted or known:
        limits: Mapping[str, float] = getattr(known[name], "LIMITS", {})
        for row in known[name].run():
            print(told(row, limits), flush=True)
            slow |= row[0] in limits and row[1] > limits[row[0]]
    return int(slow)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
