"""Read the guided tasks of the practice office shipped in `data/practice`."""

from pathlib import Path

from desktop import paths
from desktop.files.catalogue import build, read_toml
from desktop.rules.practice.lessons import Lesson, Lessons


def load_lessons(path: Path | None = None) -> tuple[Lesson, ...]:
    """Return the tasks in their order. Raise FileError when unreadable."""
    path = path or paths.DATA / "practice" / "lessons.toml"
    return build(read_toml(path), Lessons, path).lessons
