"""Do something as a user who owns nothing, even when the administrator tests."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

_NOBODY = 65534


@contextlib.contextmanager
def read_only(*paths: Path) -> Iterator[None]:
    """Let nobody write to these files and folders."""
    modes = [(path, path.stat().st_mode) for path in paths]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        with _without_rights(paths[0]):
            yield
    finally:
        for path, mode in modes:
            path.chmod(mode)


@contextlib.contextmanager
def closed(folder: Path) -> Iterator[None]:
    """Let nobody look into a folder."""
    mode = folder.stat().st_mode
    folder.chmod(0)
    try:
        with _without_rights(folder):
            yield
    finally:
        folder.chmod(mode)


@contextlib.contextmanager
def _without_rights(path: Path) -> Iterator[None]:
    if sys.platform == "win32" or os.geteuid() != 0:
        yield
        return
    with _passable(path):
        os.seteuid(_NOBODY)
        try:
            yield
        finally:
            os.seteuid(0)


@contextlib.contextmanager
def _passable(path: Path) -> Iterator[None]:
    """Let anybody pass through the folders above a path."""
    modes = [(folder, folder.stat().st_mode) for folder in path.absolute().parents]
    for folder, mode in modes:
        if mode & 0o011 != 0o011:
            folder.chmod(mode | 0o011)
    try:
        yield
    finally:
        for folder, mode in modes:
            if mode & 0o011 != 0o011:
                folder.chmod(mode)
