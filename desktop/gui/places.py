"""List the places of the program, in the order of the rail."""

import importlib
import importlib.util
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop.gui.session import Session


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One place: how the rail shows it, and where the page that fills it lies."""

    code: str
    """Also the name of its icon and of its page of help."""
    title: str
    shortcut: str
    factory: str
    """Module and class, such as `desktop.gui.pages.overview.overview:OverviewPage`."""

    @property
    def exists(self) -> bool:
        """Tell whether the page's module is there, without importing it."""
        return importlib.util.find_spec(self.factory.partition(":")[0]) is not None

    def build(self, session: "Session") -> QWidget:
        """Import the page and make it: done when it is first shown, not before."""
        module, _, name = self.factory.partition(":")
        made = getattr(importlib.import_module(module), name)(session)
        return cast("QWidget", made)


PLACES = (
    PageSpec(
        "overview",
        "Tổng quan",
        "Ctrl+1",
        "desktop.gui.pages.overview.overview:OverviewPage",
    ),
    PageSpec("plan", "Kế hoạch", "Ctrl+2", "desktop.gui.pages.plan.plan:PlanPage"),
    PageSpec(
        "activities",
        "Hoạt động",
        "Ctrl+3",
        "desktop.gui.pages.activities.activities:ActivitiesPage",
    ),
    PageSpec(
        "collect", "Thu thập", "Ctrl+4", "desktop.gui.pages.collect.collect:CollectPage"
    ),
    PageSpec(
        "report", "Báo cáo", "Ctrl+5", "desktop.gui.pages.report.report:ReportPage"
    ),
    PageSpec(
        "hand_off",
        "Bàn giao",
        "Ctrl+6",
        "desktop.gui.pages.hand_off.hand_off:HandOffPage",
    ),
    PageSpec(
        "settings",
        "Thiết lập",
        "Ctrl+7",
        "desktop.gui.pages.settings.settings:SettingsPage",
    ),
)


def existing(places: Iterable[PageSpec] = PLACES) -> tuple[PageSpec, ...]:
    """Return the places whose page is there."""
    return tuple(place for place in places if place.exists)
