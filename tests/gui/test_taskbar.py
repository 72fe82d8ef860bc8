"""The window has a button of its own, which its shortcuts and its launcher share."""

import sys
from types import SimpleNamespace

import pytest

from desktop import paths
from desktop.gui import taskbar


def test_elsewhere_than_in_windows_nothing_is_called() -> None:
    if sys.platform != "win32":
        assert not hasattr(taskbar, "ctypes")
    taskbar.name_for_taskbar()


def test_the_name_is_one_that_windows_takes() -> None:
    assert len(taskbar.NAME) <= 128
    assert " " not in taskbar.NAME


if sys.platform == "win32":

    @pytest.mark.parametrize("launched", [True, False])
    def test_the_launcher_s_own_name_is_left_to_windows(
        launched: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        import ctypes

        given: list[str] = []
        shell = SimpleNamespace(
            SetCurrentProcessExplicitAppUserModelID=given.append,
        )
        monkeypatch.setattr(ctypes.windll, "shell32", shell, raising=False)
        variable = paths.PROGRAM_VARIABLE
        if launched:
            monkeypatch.setenv(variable, str(paths.ROOT))
        else:
            monkeypatch.delenv(variable, raising=False)
        taskbar.name_for_taskbar()
        assert given == ([] if launched else [taskbar.NAME])
