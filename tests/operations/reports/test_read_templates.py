"""What an editor of templates reads: tested with the deeds that change them."""

from desktop.files import templates
from desktop.operations.reports.read_templates import newest, problems_of, read_template
from desktop.rules.reports.kinds import KINDS
from desktop.store.store import Store


def test_no_template_that_ships_has_anything_wrong_or_doubtful() -> None:
    for kind in KINDS:
        assert problems_of(templates.load_template(kind.code)) == (), kind.code


def test_an_office_that_changed_nothing_has_no_version(store: Store) -> None:
    state = read_template(store, "letter-reminder")
    assert newest(store, "letter-reminder") is None
    assert (state.own, state.version, state.changed_at) == (False, 0, None)
    assert state.template == state.shipped
