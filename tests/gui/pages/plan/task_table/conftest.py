"""A user who answers by script, in the place of dialogs nobody would close."""

import pytest

from desktop.gui.session import Session
from tests.fakes import Answers


@pytest.fixture
def ask(session: Session) -> Answers:
    """Answer what the session asks."""
    answers = Answers()
    session.ask = answers
    return answers
