"""A part is written whole or not at all, and what is wrong is said at its field."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import ConflictError, InputError, Problem
from desktop.gui.forms.fields import TextEditor
from desktop.gui.forms.part_dialog import PartDialog, Writing
from desktop.gui.session import Session
from desktop.operations.outcome import Outcome
from desktop.records.register import Field, FieldType
from tests.fakes import Answers
from tests.gui.pages.plan.plan_desk import press, said


def a_field(name: str, **more: Any) -> TextEditor:
    words = {"label": f"Nhãn {name}"} | more
    return TextEditor(Field(name=name, type=FieldType.TEXT, **words))


def a_dialog(session: Session, qtbot: QtBot, **more: Any) -> PartDialog:
    session.ask = Answers()
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    values: dict[str, Any] = {
        "title": "Thêm",
        "editors": (a_field("one", required=True), a_field("two")),
        "work": lambda values: lambda _progress: Outcome(dict(values)),
    }
    made = PartDialog(session, Writing(**(values | more)), owner)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    made.owner = owner  # type: ignore[attr-defined]  # Qt deletes it with its owner
    made.open()
    return made


def test_what_is_required_is_asked_for_first(session: Session, qtbot: QtBot) -> None:
    dialog = a_dialog(session, qtbot)
    dialog.save()
    assert said(dialog, "one") == "▲ Chưa ghi nội dung này."
    assert dialog.isVisible()
    assert dialog.message.text == "Chưa ghi được: xem các chỗ có dấu ▲."


def test_ctrl_s_keeps_and_closes(session: Session, qtbot: QtBot) -> None:
    dialog = a_dialog(session, qtbot)
    kept: list[object] = []
    dialog.kept.connect(kept.append)
    dialog.editors["one"].set_value("lời")
    press(
        dialog.editors["one"].widget,
        Qt.Key.Key_S,
        Qt.KeyboardModifier.ControlModifier,
    )
    assert kept == [{"one": "lời", "two": ""}]
    assert not dialog.isVisible()


def test_esc_keeps_nothing(session: Session, qtbot: QtBot) -> None:
    dialog = a_dialog(session, qtbot)
    kept: list[object] = []
    dialog.kept.connect(kept.append)
    press(dialog.editors["one"].widget, Qt.Key.Key_Escape)
    assert (kept, dialog.isVisible()) == ([], False)


def test_a_doubt_is_shown_and_may_stand(session: Session, qtbot: QtBot) -> None:
    doubt = Problem("two", "parent_same_issuer", blocking=False)
    dialog = a_dialog(session, qtbot, check=lambda _values: (doubt,))
    dialog.editors["one"].set_value("lời")
    qtbot.waitUntil(lambda: said(dialog, "two").startswith("? "))
    dialog.save()
    assert not dialog.isVisible()


def test_faults_wait_until_one_wants_to_keep(session: Session, qtbot: QtBot) -> None:
    fault = Problem("two", "task_cycle")
    dialog = a_dialog(session, qtbot, check=lambda _values: (fault,))
    dialog.editors["one"].set_value("lời")
    dialog.look()
    assert said(dialog, "two") == ""
    dialog.save()
    assert said(dialog, "two").startswith("▲ Nhiệm vụ không thể")


def test_what_is_wrong_elsewhere_is_said_above(session: Session, qtbot: QtBot) -> None:
    fault = Problem("plan", "plan_cycle")
    dialog = a_dialog(session, qtbot, check=lambda _values: (fault,))
    dialog.editors["one"].set_value("lời")
    dialog.save()
    assert dialog.isVisible()
    assert "▲" in dialog.message.text or "Kế hoạch" in dialog.message.text


def test_what_the_operation_refuses_comes_back_to_the_fields(
    session: Session, qtbot: QtBot
) -> None:
    def work(_values: object) -> Any:
        def refuse(_progress: object) -> Any:
            raise InputError((Problem("two", "code_taken", ("2",)),))

        return refuse

    dialog = a_dialog(session, qtbot, work=work)
    dialog.editors["one"].set_value("lời")
    dialog.save()
    assert said(dialog, "two") == "▲ Kế hoạch đã có nhiệm vụ mang số 2."
    assert dialog.isVisible(), "what was typed stays"


def test_a_conflict_is_told_and_what_was_typed_stays(
    session: Session, qtbot: QtBot
) -> None:
    def work(_values: object) -> Any:
        def refuse(_progress: object) -> Any:
            raise ConflictError("no_task", "x")

        return refuse

    dialog = a_dialog(session, qtbot, work=work)
    dialog.editors["one"].set_value("lời")
    dialog.save()
    asked = session.ask
    assert isinstance(asked, Answers)
    assert asked.faults[0].what == "Không tìm thấy nhiệm vụ."
    assert dialog.editors["one"].value() == "lời"
    assert dialog.isVisible()


def test_fields_that_mean_nothing_are_not_shown(session: Session, qtbot: QtBot) -> None:
    def shown(values: Any) -> frozenset[str]:
        return frozenset({"one", "two"} if values["one"] else {"one"})

    dialog = a_dialog(session, qtbot, shown=shown)
    assert dialog.fields["two"].isHidden()
    dialog.editors["one"].set_value("lời")
    assert not dialog.fields["two"].isHidden()


def test_a_heading_is_shown_only_above_a_field(session: Session, qtbot: QtBot) -> None:
    dialog = a_dialog(
        session,
        qtbot,
        editors=(
            a_field("one", group="Một"),
            a_field("two", group="Hai"),
            a_field("three"),
        ),
        shown=lambda values: frozenset({"one", "three"} if values["one"] else {"one"}),
    )

    def headings() -> set[str]:
        return {
            one.text()
            for one in dialog.findChildren(QLabel)
            if one.text() in {"Một", "Hai"} and one.isVisible()
        }

    assert headings() == {"Một"}
    dialog.editors["one"].set_value("lời")
    dialog.editors["one"].changed.emit()
    assert headings() == {"Một", "Hai"}
