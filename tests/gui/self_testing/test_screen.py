"""A window is tried in a process of its own, whose death is only a finding."""

import pytest

from desktop.gui.self_testing import screen
from desktop.gui.self_testing.screen import facts, screen_probes

OFFSCREEN = ("-platform", "offscreen")


def test_a_machine_with_windows_and_type_tells_both() -> None:
    window, type_ = screen_probes(OFFSCREEN)
    assert "offscreen" in window.work()
    assert type_.work().endswith(" families")


def test_a_platform_that_is_not_there_ends_only_the_other_process() -> None:
    window, type_ = screen_probes(("-platform", "no-such-thing"))
    for probe in (window, type_):
        with pytest.raises(ValueError, match="platform plugin"):
            probe.work()


def test_a_process_that_says_nothing_is_told_by_its_end() -> None:
    with pytest.raises(ValueError, match="No module named"):
        facts((), module="desktop.no_such_module")


def test_what_is_wanting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    found = {"wanting": ["translation"], "missing": "ễ", "family": "Arial"}
    monkeypatch.setattr(screen, "facts", lambda _words: found)
    window, type_ = screen_probes()
    with pytest.raises(ValueError, match="translation"):
        window.work()
    with pytest.raises(ValueError, match="ễ"):
        type_.work()
