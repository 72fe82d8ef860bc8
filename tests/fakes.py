"""Stand-ins for what a test must not wait for: the user, and the worker thread."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from desktop.gui.ask import NOT_NOW, ONWARD, TypeFilter
from desktop.wording.faults import Message

Answer = TypeVar("Answer")


class Answers:
    """A scripted `Ask`: answers in order, and remembers what was asked.

    `confirm` takes a bool, `choose` the verb or None, files a path or None,
    `password` and `line` a text or None. What is only told needs no answer.
    """

    def __init__(self, *script: object) -> None:
        """Answer with these, one for each question."""
        self.script = list(script)
        self.asked: list[str] = []
        self.told: list[str] = []
        self.faults: list[Message] = []
        self.fault_actions: list[tuple[str, ...]] = []
        self.choose_action: str | None = None
        """Verb to press in every fault that offers it."""

    def confirm(
        self, question: str, *, verb: str, detail: str = "", refuse: str = NOT_NOW
    ) -> bool:
        return self._next(bool, f"{question} [{verb}] [{refuse}]") is True

    def choose(
        self, question: str, verbs: Sequence[str], *, detail: str = ""
    ) -> int | None:
        verb = self._next(str, f"{question} {list(verbs)}")
        return None if verb is None else list(verbs).index(verb)

    def tell(self, text: str, *, detail: str = "") -> None:
        self.told.append(f"{text}\n{detail}".strip())

    def show_fault(self, message: Message, actions: Sequence[str] = ()) -> int | None:
        self.faults.append(message)
        self.fault_actions.append(tuple(actions))
        wanted = self.choose_action
        return list(actions).index(wanted) if wanted in actions and wanted else None

    def choose_file(
        self, title: str, types: Sequence[TypeFilter], *, purpose: str
    ) -> Path | None:
        return self._next(Path, title)

    def choose_files(
        self, title: str, types: Sequence[TypeFilter], *, purpose: str
    ) -> tuple[Path, ...]:
        return self._next(tuple, title) or ()

    def save_file(
        self, title: str, name: str, types: Sequence[TypeFilter], *, purpose: str
    ) -> Path | None:
        return self._next(Path, f"{title} {name}")

    def choose_folder(self, title: str, *, purpose: str) -> Path | None:
        return self._next(Path, title)

    def password(self, title: str, label: str, *, verb: str = ONWARD) -> str | None:
        return self._next(str, f"{title} {label}")

    def line(
        self, title: str, label: str, value: str = "", *, verb: str = ONWARD
    ) -> str | None:
        return self._next(str, f"{title} {label}")

    def _next(self, kind: type[Answer], question: str) -> Answer | None:
        self.asked.append(question)
        assert self.script, f"nobody expected to be asked: {question}"
        answer = self.script.pop(0)
        assert answer is None or isinstance(answer, kind), (question, answer)
        return answer


class AtOnce:
    """A worker for `Jobs` that runs each call at once, on the thread that asks."""

    def submit(self, call: Callable[[], None], /) -> object:
        call()
        return None

    def shutdown(self) -> None:
        """Have nothing to wait for."""
