"""What `undo` and `redo` share: revert one deed and name it."""

from collections.abc import Callable
from pathlib import Path

from desktop.cli import answers
from desktop.operations.outcome import Outcome
from desktop.records.change import ChangeEntry
from desktop.store.store import Store
from desktop.wording.verbs import deed as deed_words

Revert = Callable[[Store], Outcome[ChangeEntry | None]]


def revert(office: Path, deed: Revert, said: str, *, as_json: bool) -> int:
    """Revert one deed; nothing to revert is found wanting."""
    with Store(office) as store:
        entry = deed(store).value
    if entry is None:
        answer = answers.Answer(
            lines=("Không có việc nào để làm.",), data={"change": None}, good=False
        )
    else:
        answer = answers.Answer(
            lines=(f"{said}: {deed_words(entry.verb, entry.subject)}",),
            data={
                "change": entry.id,
                "verb": entry.verb,
                "subject": entry.subject,
                "at": entry.at,
            },
        )
    return answers.give(answer, as_json=as_json)
