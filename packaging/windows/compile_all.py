"""Compile the modules below the current folder; the Windows Python runs this.

Each .pyc lies beside its .py, under the name a module without source has. Two runs
write the same bytes: sorted names, one process, paths as the user will see them. What
functions and modules say of themselves is left out: nobody reads it there.
Classes keep it, because a dataclass without it makes up its own at each start.
"""

import ast
import importlib.util
import marshal
import sys
from pathlib import Path

FOLDERS = ("lib", "app")
UNCHECKED_HASH = (1).to_bytes(4, "little")
"""Flags of PEP 552: known by the hash of its source, which is not looked at."""
_MUTED = (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef)


def without_docstrings(tree: ast.Module) -> ast.Module:
    """Take away what functions and the module say of themselves."""
    for node in ast.walk(tree):
        if isinstance(node, _MUTED) and ast.get_docstring(node, clean=False):
            first = node.body[0]
            node.body[0] = ast.copy_location(ast.Pass(), first)
            if isinstance(node, ast.Module):
                del node.body[0]  # what must come first in it still may
    return tree


def compiled(source: bytes, name: str) -> bytes:
    """Return a module's bytecode file."""
    tree = without_docstrings(ast.parse(source, name))
    code = compile(tree, name, "exec", dont_inherit=True, optimize=0)
    known_by = importlib.util.source_hash(source)
    return importlib.util.MAGIC_NUMBER + UNCHECKED_HASH + known_by + marshal.dumps(code)


def main() -> int:
    """Compile all; give 1 when a module could not be."""
    failed = 0
    for folder in FOLDERS:
        root = Path(folder)
        for path in sorted(root.rglob("*.py"), key=lambda each: each.as_posix()):
            name = path.relative_to(root).as_posix()
            try:
                made = compiled(path.read_bytes(), name)
            except (SyntaxError, ValueError) as error:
                sys.stdout.write(f"{path}: {error}\n")
                failed = 1
            else:
                path.with_suffix(".pyc").write_bytes(made)
    return failed


if __name__ == "__main__":
    sys.exit(main())
