"""Tests of the words for faults of joining entries."""

import re
from inspect import getsource

from desktop.errors import ConflictError
from desktop.operations.entries import join_events
from desktop.rules import joint_events
from desktop.wording.event_faults import EVENTS
from desktop.wording.faults import explain
from tests.wording.words import assert_a_sentence


def test_every_reason_is_told_by_its_own_four_lines() -> None:
    for reason in EVENTS:
        told = explain(ConflictError(reason, "Hội thi", "2"))
        for line in (told.what, told.why, told.data, told.next):
            assert_a_sentence(line)


def test_no_reason_given_by_the_rules_is_without_words() -> None:
    raised = {
        reason
        for module in (join_events, joint_events)
        for reason in re.findall(r'"(event_\w+)"', getsource(module))
    }
    assert raised - {"event_chained"} == set(EVENTS)
