"""Read what stands here of everything a form speaks of."""

from collections import defaultdict
from typing import Any

from desktop.records.form import CollectingForm
from desktop.rules.forms.against import FormAgainst
from desktop.rules.forms.judging import Place, Stored, shown_places, wanted
from desktop.rules.forms.statement import Statement
from desktop.store import form_history, received


def read_stored(
    db: Any,  # noqa: ANN401  only `store` knows what a database is
    form: CollectingForm,
    statement: Statement,
    against: FormAgainst,
) -> Stored:
    """Return the records a statement speaks of, and which were edited here since."""
    standing = frozenset(
        received.standing(
            db,
            "form",
            form.agency,
            form.first_day.isoformat(),
            form.last_day.isoformat(),
        )
    )
    places = wanted(statement, against) | standing
    found = _records(db, places, against)
    shown = (shown_places(statement, against) & set(found)) - standing
    edited = received.edited_since(db, places)
    if shown:
        first = form_history.first_copy(db, form)
        edited |= form_history.touched_since(db, first, shown)
    return Stored(records=found, edited=edited, standing=standing)


def _records(
    db: Any,  # noqa: ANN401  as above
    places: frozenset[Place],
    against: FormAgainst,
) -> dict[Place, Any]:
    classes = {table: cls for cls, table in against.places.items()}
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for table, row_id in places:
        ids[table].append(row_id)
    found: dict[Place, Any] = {}
    for table, many in ids.items():
        kept: dict[str, Any] = form_history.by_ids(db, classes[table], many)
        found |= {(table, row_id): record for row_id, record in kept.items()}
    return found
