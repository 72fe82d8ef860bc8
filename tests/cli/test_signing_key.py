"""`sign` and `pack` take a key from a file or a token, and spoil nothing on the way."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import pytest

from desktop.cli.options import PASSWORD_VARIABLE
from desktop.cli.signing_key import KeySource, named
from desktop.files.signatures.settings import SigningSettings
from desktop.paths import ROOT
from tests.cli.practice import SCREEN
from tests.cli.saying import Say, digest, fault
from tests.files.pki import pki
from tests.files.softhsm import PIN, WRONG, SoftHsm, SoftToken, soft_hsm
from tests.files.spying import spy


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """An office with an issued report, and a token plugged in."""

    office: Path
    hsm: SoftHsm
    token: SoftToken
    pin_file: Path

    def words(self, verb: str = "sign", module: Path | None = None) -> list[object]:
        """Return the command by which the person on the token signs."""
        named = ["--token", self.token.serial, "--module", module or self.hsm.module]
        return [verb, self.office, *named, "--pin-file", self.pin_file]

    def files(self) -> dict[str, str]:
        """Return the hash of every file of the office, and of the office itself."""
        folder = self.office.parent
        found = [self.office, *sorted((folder / "bao-cao").iterdir())]
        return {one.name: digest(one) for one in found}


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.paths.user_folder", lambda: tmp_path / "own")
    monkeypatch.delenv(PASSWORD_VARIABLE, raising=False)


@pytest.fixture
def desk(office: Path, say: Say, tmp_path: Path) -> Iterator[Desk]:
    assert say("report", office, "--period", "2024").code == 0
    pin_file = tmp_path / "pin"
    pin_file.write_text(f"{PIN}\n", "utf-8")
    with soft_hsm(tmp_path / "hsm") as hsm:
        token = hsm.token("Ánh", pki().person)
        yield Desk(office=office, hsm=hsm, token=token, pin_file=pin_file)


def test_a_report_is_signed_by_a_token_with_one_pin(desk: Desk, say: Say) -> None:
    with spy(desk.hsm.folder) as watch:
        said = say(*desk.words(module=watch.module), "--json")
    assert said.code == 0
    assert (said.data["signer"], said.data["token"]) == ("Nguyễn Thị Ánh", True)
    assert watch.asked("C_Login") == 1


def test_what_was_kept_need_not_be_named_again(desk: Desk, say: Say) -> None:
    kept = ("--module", desk.hsm.module, "--token", desk.token.serial)
    assert say("keys", "--keep", *kept, "--certificate", "01").code == 0
    said = say("sign", desk.office, "--pin-file", desk.pin_file, "--json")
    assert (said.code, said.data["token"]) == (0, True)


def test_a_wrong_pin_changes_nothing_and_is_tried_once_a_command(
    desk: Desk, say: Say
) -> None:
    desk.pin_file.write_text(WRONG, "utf-8")
    before = desk.files()
    with spy(desk.hsm.folder) as watch:
        command = desk.words(module=watch.module)
        fault(say, *command, kind="SignatureError", reason="wrong_pin")
        assert watch.asked("C_Login") == 2  # `fault` runs the command twice
    assert desk.files() == before


@pytest.mark.parametrize("well", [0, 1, 2])
@pytest.mark.parametrize("deed", ["crash", "32"])
def test_a_token_lost_between_two_signatures_leaves_no_file_half_signed(
    desk: Desk, say: Say, well: int, deed: str
) -> None:
    before = desk.files()
    reason = "helper_died" if deed == "crash" else "token_gone"
    with spy(desk.hsm.folder, f"C_Sign={deed}", after=well) as watch:
        command = desk.words(module=watch.module)
        fault(say, *command, kind="SignatureError", reason=reason)
    assert desk.files() == before


def test_a_token_that_holds_to_the_end_signs_after_all_that(
    desk: Desk, say: Say
) -> None:
    # The key is tried, then signs the PDF, then the workbook: three signatures.
    with spy(desk.hsm.folder, "C_Sign=crash", after=3) as watch:
        assert say(*desk.words(module=watch.module)).code == 0


def test_a_token_pulled_out_is_missed(desk: Desk, say: Say) -> None:
    before = desk.files()
    desk.hsm.pull(desk.token)
    command = (*desk.words(), "--certificate", "01")
    fault(say, *command, kind="SignatureError", reason="token_missing")
    assert desk.files() == before


def test_a_module_that_is_not_there_is_told(desk: Desk, say: Say) -> None:
    command = desk.words(module=desk.office.with_name("none.so"))
    fault(say, *command, kind="SignatureError", reason="module_missing")


def test_the_last_try_is_made_only_when_it_is_asked_for(desk: Desk, say: Say) -> None:
    with spy(desk.hsm.folder, "flags=20000") as watch:
        command = desk.words(module=watch.module)
        fault(say, *command, kind="SignatureError", reason="pin_last_try")
        assert watch.asked("C_Login") == 0
        assert say(*command, "--last-try").code == 0
        assert watch.asked("C_Login") == 1


def test_one_of_several_certificates_has_to_be_named(desk: Desk, say: Say) -> None:
    other = desk.hsm.token("Hai", pki().person, pki().agency)
    command = ["sign", desk.office, "--module", desk.hsm.module]
    command += ["--token", other.serial, "--pin-file", desk.pin_file]
    error = fault(say, *command, kind="UsageError")
    assert "--certificate" in error["why"]
    said = say(*command, "--certificate", "02", "--as", "person", "--json")
    assert said.code == 0
    assert said.data["signer"] == pki().agency.key(desk.office.parent).name


def test_a_pin_file_that_is_not_there_is_told(desk: Desk, say: Say) -> None:
    desk.pin_file.unlink()
    fault(say, *desk.words(), kind="FileError", reason="missing")


def test_without_any_key_it_is_told_how_to_name_one(desk: Desk, say: Say) -> None:
    error = fault(
        say, "sign", desk.office, kind="SignatureError", reason="no_key_chosen"
    )
    assert "token" in error["next"]


def test_a_person_is_asked_for_the_pin_and_it_is_not_shown(desk: Desk) -> None:
    import pty  # POSIX alone gives a test a terminal of its own

    keyboard, terminal = pty.openpty()
    hidden = {*SCREEN, PASSWORD_VARIABLE}
    surroundings = {name: one for name, one in os.environ.items() if name not in hidden}
    with subprocess.Popen(
        [sys.executable, "-m", "desktop", *map(str, desk.words()[:-2])],
        cwd=ROOT,
        env=surroundings,
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=terminal,
        start_new_session=True,
    ) as process:
        os.close(terminal)
        shown = os.read(keyboard, 200)
        while "Mã PIN" not in shown.decode(errors="replace"):
            shown += os.read(keyboard, 200)
        os.write(keyboard, f"{PIN}\n".encode())
        out, _ = process.communicate(timeout=60)
        os.close(keyboard)
    assert process.returncode == 0
    assert "Đã ký bởi: Nguyễn Thị Ánh" in out.decode()
    assert PIN.encode() not in shown + out


# --- which key is meant -------------------------------------------------------

KEPT = SigningSettings(module=Path("m.so"), serial="1", key_id="0a", scheme="pss")


def test_a_file_goes_before_what_was_kept_and_the_padding_stays() -> None:
    found = named(KeySource(key_path=Path("k.p12")), KEPT)
    assert (found.key_file, found.scheme) == (Path("k.p12"), "pss")


def test_another_token_does_not_take_over_the_certificate_of_the_first() -> None:
    assert named(KeySource(token="1"), KEPT).key_id == "0a"
    assert named(KeySource(token="2"), KEPT).key_id == ""
    assert named(KeySource(token="2", certificate="0B"), KEPT).key_id == "0b"
    assert named(KeySource(token="2"), KEPT).module == Path("m.so")


def test_a_token_goes_before_a_file_that_was_kept() -> None:
    in_a_file = SigningSettings(key_file=Path("k.p12"))
    source = KeySource(token="2", module=Path("m.so"))
    found = named(source, in_a_file)
    assert (found.key_file, found.module, found.serial) == (None, Path("m.so"), "2")


@pytest.mark.parametrize(
    "source",
    [
        KeySource(key_path=Path("k.p12"), token="1"),
        KeySource(key_path=Path("k.p12"), certificate="01"),
    ],
)
def test_a_file_and_a_token_at_once_are_refused(source: KeySource) -> None:
    with pytest.raises(click.UsageError, match="--token"):
        named(source, KEPT)
