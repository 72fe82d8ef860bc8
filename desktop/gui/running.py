"""Run an operation for a page: tell what came of it, or the four lines of its fault."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from desktop.errors import DesktopError
from desktop.gui.jobs import Job, Work

if TYPE_CHECKING:
    from desktop.gui.session import Session


def run(
    session: "Session",
    work: Work,
    *,
    title: str,
    then: Callable[..., object],
    ended: Callable[[], object] | None = None,
    told: Callable[..., object] | None = None,
) -> Job:
    """Start work; `then` gets its value, `ended` is called whatever the answer.

    `told` gets every `Step`. All are methods of a widget: Qt forgets them when the
    widget is gone.
    """
    job = Job(work, title=title)
    if ended is not None:
        for answer in (job.succeeded, job.failed, job.cancelled):
            answer.connect(ended)
    if told is not None:
        job.progressed.connect(told)
    job.succeeded.connect(then)
    job.failed.connect(partial(tell_fault, session))
    session.jobs.start(job)
    return job


def tell_fault(session: "Session", error: Exception) -> None:
    """Show a fault in four lines; a bug goes to whoever reports bugs."""
    if not isinstance(error, DesktopError):
        session.jobs.unheard.emit(error)
        return
    show_error(session, error)


def show_error(session: "Session", error: DesktopError) -> None:
    """Show the four lines of a fault; of a locked period, with the way to open it."""
    from desktop.gui import reopening
    from desktop.wording.faults import explain

    period = reopening.locked_period(error)
    if period is None:
        session.ask.show_fault(explain(error))
    elif session.ask.show_fault(explain(error), (reopening.VERB,)) == 0:
        reopening.reopen(session, period, partial(tell_fault, session))
