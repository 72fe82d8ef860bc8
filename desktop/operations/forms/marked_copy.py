"""Find what was asked of a unit the last time its form went back."""

from desktop.records.form import CollectingForm, FormContent
from desktop.records.returns import Return, ReturnKind
from desktop.store import records
from desktop.store.store import Store


def marked_copy(store: Store, form: CollectingForm) -> FormContent | None:
    """Return the content of the newest marked copy that a form may answer.

    A unit may mend its own file instead of the copy: both are answers. None where
    nothing went back, or where what came since was accepted.
    """
    of_unit = {
        "agency": str(form.agency),
        "first_day": form.first_day.isoformat(),
        "last_day": form.last_day.isoformat(),
    }
    copies = [
        one
        for one in records.find(store.reader, CollectingForm, where=of_unit)
        if one.marked_from and one.plan == form.plan and one.layout == form.layout
    ]
    newest = max(copies, key=lambda one: one.made_at, default=None)
    if newest is None or _accepted_since(store, newest, of_unit):
        return None
    from desktop.files.wire.form_content import content_from_json

    return content_from_json(newest.content)


def _accepted_since(
    store: Store, copy: CollectingForm, of_unit: dict[str, str]
) -> bool:
    returns = records.find(store.reader, Return, where=of_unit)
    return any(
        one.kind is ReturnKind.FORM
        and one.was_accepted
        and one.received_at >= copy.made_at
        for one in returns
    )
