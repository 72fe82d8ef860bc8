"""Compile the modules below the current folder; the Windows Python runs this.

Each .pyc lies beside its .py, under the name a module without source has. Two runs
write the same bytes: sorted names, one process, paths as the user will see them.
"""

import py_compile
import sys
from pathlib import Path

FOLDERS = ("lib", "app")


def main() -> int:
    """Compile all; give the number of modules that could not be."""
    failed = 0
    for name in FOLDERS:
        for path in sorted(Path(name).rglob("*.py"), key=lambda each: each.as_posix()):
            try:
                py_compile.compile(
                    str(path),
                    cfile=str(path.with_suffix(".pyc")),
                    dfile=str(path.relative_to(name)),
                    doraise=True,
                    invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
                )
            except (py_compile.PyCompileError, OSError) as error:
                sys.stdout.write(f"{path}: {error}\n")
                failed += 1
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
