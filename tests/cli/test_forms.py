"""Forms are made from the command line, for all units or for one."""

from pathlib import Path

from desktop.cli import forms
from desktop.operations.forms.make_forms import make_forms
from desktop.store.store import Store
from tests import builders
from tests.cli.saying import Say
from tests.operations.forms.unit_office import OTHER, PERIOD


def test_the_form_of_a_unit_is_told_with_its_files(office: Path, say: Say) -> None:
    said = say("forms", office, "--period", "2024", "--unit", builders.UNIT)
    assert said.code == 0
    first, second = said.out.strip().splitlines()
    folder = office.parent / forms.BESIDE / "nam-2024"
    assert first == f"Đã làm 1 biểu vào {folder}"
    assert second == (
        "Ủy ban nhân dân xã Đăk Mar: bieu-09a-nam-2024-ubnd-xa-dak-mar.xlsx"
    )
    assert len(list(folder.iterdir())) == 3


def test_several_units_are_told_to_a_program(
    office: Path, tmp_path: Path, say: Say
) -> None:
    units = ("--unit", builders.UNIT, "--unit", OTHER)
    folder = tmp_path / "out"
    said = say(
        "forms", office, "--period", "2024", *units, "--folder", folder, "--json"
    )
    first, second = said.data["forms"]
    assert Path(first["workbook"]).parent == folder
    assert (first["layout"], second["layout"]) == ("09e/1", "09a/2")
    assert (first["version"], first["agency"]) == (1, OTHER)


def test_an_unknown_unit_is_refused(office: Path, say: Say) -> None:
    said = say("forms", office, "--period", "2024", "--unit", "nobody", "--json")
    assert said.code == 2
    assert not (office.parent / forms.BESIDE).exists()


def test_a_program_gets_what_was_made(store: Store, tmp_path: Path) -> None:
    made = make_forms(store, PERIOD, [OTHER], tmp_path / "forms").value.files[0]
    data = forms.form_data(made)
    assert data["id"] == made.form.id
    assert (data["workbook"], data["mail"]) == (made.workbook, made.mail)
