"""Find every record class of the program."""

import dataclasses
import importlib
import inspect
from enum import Enum

from tests.house.source import PROGRAM, modules


def public_classes() -> list[type]:
    """List the public classes defined in `desktop.records`, module by module."""
    found = []
    for path in modules(PROGRAM / "records"):
        if path.stem == "__init__":
            continue
        module = importlib.import_module(f"desktop.records.{path.stem}")
        found += [
            each
            for name, each in inspect.getmembers(module, inspect.isclass)
            if each.__module__ == module.__name__ and not name.startswith("_")
        ]
    return found


def records() -> list[type]:
    """List the dataclasses among them."""
    return [each for each in public_classes() if dataclasses.is_dataclass(each)]


def enumerations() -> list[type[Enum]]:
    """List the enumerations among them."""
    return [each for each in public_classes() if issubclass(each, Enum)]


def field_names(record: type) -> list[str]:
    """List the names of a record's fields."""
    return [field.name for field in dataclasses.fields(record)]
