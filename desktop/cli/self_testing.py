"""`--selftest`: try everything the program needs on this machine, without a screen."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from desktop.cli import answers
from desktop.errors import FileError
from desktop.operations.self_testing.running import self_test
from desktop.operations.self_testing.told import as_json
from desktop.operations.self_testing.trying import Probe
from desktop.records.self_test import SelfTest
from desktop.wording import self_test as words


def main(given: Sequence[str], screen: Iterable[Probe]) -> int:
    """Try everything; tell it as JSON in a file, or on the output, and in words.

    Args:
        given: Name of the file, or nothing.
        screen: What a window needs, tried by whoever knows windows.
    """
    answers.use_utf8()
    if len(given) > 1:
        click.echo("Cách dùng: --selftest [TỆP.json]", err=True)
        return answers.COULD_NOT
    found = self_test(screen).value
    text = as_json(found)
    told = "\n".join(words.lines(found))
    if given:
        click.echo(told)
        return _write(Path(given[0]), text) or _code(found)
    click.echo(text)
    click.echo(told, err=True)
    return _code(found)


def _code(found: SelfTest) -> int:
    return answers.GOOD if found.good else answers.WANTING


def _write(path: Path, text: str) -> int:
    from desktop.files import whole_file

    try:
        whole_file.write(path, f"{text}\n".encode())
    except FileError as error:
        sys.stdout.flush()
        return answers.give_fault(error, as_json=False)
    return answers.GOOD
