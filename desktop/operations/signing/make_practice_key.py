"""Make a key to practise signing with: only a practice office has any use for it."""

from itertools import count
from pathlib import Path
from typing import Final

from desktop.errors import ConflictError
from desktop.operations.outcome import Outcome
from desktop.operations.reports.read_report import make_folder
from desktop.progress import Progress, Step, silent
from desktop.records.agency import Agency
from desktop.rules.vietnamese import slug
from desktop.store import preferences, records
from desktop.store.store import Store

FOLDER: Final = "khoa-ky-thu"
"""Folder beside the office file."""


def make_practice_key(
    store: Store, name: str, password: str, progress: Progress = silent
) -> Outcome[Path]:
    """Write a key file whose certificate says it is a test; return where it is.

    Args:
        store: An open office.
        name: Whose key it plays; the officer's where it is blank.
        password: What opens the file; it is kept nowhere.
        progress: Told before the key is made, which takes a second.

    Raises:
        ConflictError: `not_practice`: reports of a real office are signed with a key
            somebody vouches for.
        FileError: The file cannot be written.
    """
    own = preferences.get(store.reader)
    if own is None or not own.practice:
        raise ConflictError("not_practice")
    from desktop.files import whole_file
    from desktop.files.signatures.throwaway import make_bundle

    progress(Step("making_key", 0, 1))
    office = records.get(store.reader, Agency, own.agency)
    whose = name or own.signer_name or own.officer
    folder = store.path.parent / FOLDER
    make_folder(folder)
    path = _free(folder, slug(whose) or FOLDER)
    data = make_bundle(
        name=whose,
        organisation=office.name if office else "",
        password=password,
        now=store.now(),
    )
    whole_file.write(path, data)
    progress(Step("making_key", 1, 1))
    return Outcome(path)


def _free(folder: Path, stem: str) -> Path:
    """Return a name no key has yet: each has a password of its own."""
    names = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    paths = (folder / f"{name}.p12" for name in names)
    return next(one for one in paths if not one.exists())
