"""Every reason a PDF can be found wanting for has a name, and every name a use."""

import ast
from pathlib import Path

from desktop.files.signatures.pdf import checking, findings

CODE = Path(checking.__file__).parent


def words_of(*names: str) -> set[str]:
    """Return the short strings written in modules, but for what documents them."""
    return {
        node.value
        for name in names
        for node in ast.walk(ast.parse((CODE / name).read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_code_is_found_by_the_check_and_no_other() -> None:
    written = words_of("checking.py", "changes.py", "byte_range.py")
    assert written >= findings.CODES


def test_a_code_is_of_a_file_or_of_a_signature_or_of_a_change() -> None:
    groups = (
        findings.OF_FILE,
        findings.OF_SIGNATURES,
        findings.OF_CHANGES,
    )
    assert sum(len(group) for group in groups) == len(findings.CODES)
