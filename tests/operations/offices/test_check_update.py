"""An installer is accepted whole, newer and known, and refused for everything else."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import __version__, paths
from desktop.errors import Cancelled
from desktop.operations.offices import check_update as module
from desktop.operations.offices.check_update import (
    CheckedUpdate,
    check_update,
    forget_update,
)
from desktop.progress import Step
from desktop.records.update import (
    ListSignature,
    ReleaseKey,
    Standing,
    SystemAnswer,
    UpdateVerdict,
)
from tests.files.release.releases import (
    LOG,
    a_key,
    a_release,
    an_installer,
    list_files,
    name_of,
    sign_list,
)

pytestmark = pytest.mark.usefixtures("temporary")
RUNNABLE = {Standing.SIGNED, Standing.LISTED}


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "USB"


def checked(chosen: Path, *keys: ReleaseKey) -> CheckedUpdate:
    return check_update(chosen, keys=keys).value


def verdict(chosen: Path, *keys: ReleaseKey) -> UpdateVerdict:
    found = checked(chosen, *keys)
    assert (found.copy is not None) == (found.verdict.standing in RUNNABLE)
    forget_update(found)
    return found.verdict


def refusal(chosen: Path, *keys: ReleaseKey) -> str:
    found = verdict(chosen, *keys)
    assert found.standing is Standing.REFUSED
    return found.reason


def test_one_signed_with_a_known_key_is_accepted_with_its_news(stick: Path) -> None:
    key, public = a_key("Nơi phát hành")
    installer = a_release(stick, key=key)
    found = verdict(installer, public)
    assert (found.standing, found.list_signature, found.signed_by) == (
        Standing.SIGNED,
        ListSignature.KNOWN,
        "Nơi phát hành",
    )
    assert (found.version, found.own_version) == ("9.1.0", __version__)
    assert found.size == installer.stat().st_size
    assert [one.points for one in found.changes] == [("Một điều.", "Hai điều.")]


def test_one_only_listed_must_be_compared_by_a_person(stick: Path) -> None:
    a_release(stick)
    found = verdict(stick, a_key()[1])
    assert (found.standing, found.list_signature) == (
        Standing.LISTED,
        ListSignature.NONE,
    )
    sign_list(stick, a_key()[0])
    assert verdict(stick).list_signature is ListSignature.UNCHECKED


def test_a_copy_of_ours_is_what_will_run_and_can_be_forgotten(
    stick: Path, temporary: Path
) -> None:
    installer = a_release(stick)
    raw = installer.read_bytes()
    found = checked(stick)
    shutil.rmtree(stick)
    assert found.copy is not None
    assert found.copy.read_bytes() == raw
    forget_update(found)
    assert not list(temporary.iterdir())


def test_the_same_version_is_told_and_an_older_one_refused(stick: Path) -> None:
    a_release(stick / "a", __version__)
    assert verdict(stick / "a").standing is Standing.SAME
    a_release(stick / "b", "0.0.1")
    found = verdict(stick / "b")
    assert (found.reason, found.facts) == ("older", ("0.0.1", __version__))


def test_an_older_one_signed_in_its_time_is_no_way_back(stick: Path) -> None:
    key, public = a_key()
    a_release(stick, "0.0.1", key=key)
    assert refusal(stick, public) == "older"


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda folder: (folder / "SHA256SUMS").unlink(), "list_missing"),
        (lambda folder: (folder / "SHA256SUMS").write_bytes(b"x"), "list_unreadable"),
        (
            lambda folder: (folder / "SHA256SUMS").write_bytes(b"x" * 70_000),
            "list_too_large",
        ),
        (
            lambda folder: (folder / "SHA256SUMS").write_text(
                f"{'0' * 64}  khac.exe\n", "utf-8"
            ),
            "not_listed",
        ),
        (lambda folder: (folder / "SHA256SUMS.sig").write_bytes(bytes(64)), "forged"),
        (lambda folder: (folder / "THAY_DOI.md").write_text("## 9.1.0"), "log_differs"),
    ],
)
def test_what_lies_beside_it_can_refuse_it(
    stick: Path, spoil: Callable[[Path], object], reason: str
) -> None:
    a_release(stick)
    spoil(stick)
    assert refusal(stick, a_key()[1]).endswith(reason)


def test_a_list_of_another_release_refuses(stick: Path) -> None:
    installer = a_release(stick / "a")
    a_release(stick / "b", log=LOG + "- Khác.\n", installer=an_installer("9.2.0"))
    (stick / "a" / "SHA256SUMS").write_bytes((stick / "b" / "SHA256SUMS").read_bytes())
    assert refusal(installer) == "differs"


def test_one_that_lies_about_its_version_is_refused_though_listed(stick: Path) -> None:
    a_release(stick / "a", installer=an_installer("9.1.0", number="0.0.1"))
    assert refusal(stick / "a") == "version_unclear"
    a_release(stick / "b", "9.2.0", installer=an_installer("9.1.0"))
    found = verdict(stick / "b")
    assert (found.reason, found.facts) == ("misnamed", ("9.1.0",))


def test_another_program_or_no_program_is_refused_though_listed(stick: Path) -> None:
    a_release(stick / "a", installer=an_installer("9.1.0", product="Trò chơi"))
    assert refusal(stick / "a") == "not_ours"
    a_release(stick / "b", installer=b"MZ, as anybody can write")
    assert refusal(stick / "b") == "not_installer"


def test_cut_and_grown_ones_are_told_apart(stick: Path) -> None:
    installer = a_release(stick)
    raw = installer.read_bytes()
    for other, reason in ((raw[:-9], "truncated"), (raw + b"x", "extended")):
        installer.write_bytes(other)
        assert refusal(installer) == reason
    installer.write_bytes(raw)
    assert verdict(installer).standing is Standing.LISTED


@settings(max_examples=60)
@given(st.data())
def test_one_bit_anywhere_in_the_installer_or_its_log_refuses_it(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("bit")
    key, public = a_key()
    a_release(folder, key=key)
    name = data.draw(st.sampled_from([name_of("9.1.0"), "THAY_DOI.md"]))
    changed = bytearray((folder / name).read_bytes())
    at = data.draw(st.integers(0, len(changed) * 8 - 1))
    changed[at // 8] ^= 1 << at % 8
    (folder / name).write_bytes(changed)
    assert refusal(folder, public) in {
        "differs",
        "extended",
        "truncated",
        "log_differs",
    }


def test_a_folder_without_any_is_told(stick: Path) -> None:
    stick.mkdir()
    found = verdict(stick)
    assert (found.reason, found.about) == ("no_installer", "USB")


def test_windows_finding_it_broken_refuses_it(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_release(stick)
    monkeypatch.setattr(module, "ask_system", lambda _: SystemAnswer.BROKEN)
    assert refusal(stick) == "system_refuses"
    monkeypatch.setattr(module, "ask_system", lambda _: SystemAnswer.UNSIGNED)
    assert verdict(stick).system is SystemAnswer.UNSIGNED


def test_a_program_this_user_may_not_replace_is_told(
    stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_release(stick)
    monkeypatch.setenv(paths.PROGRAM_VARIABLE, str(tmp_path / "gone"))
    assert refusal(stick) == "program_read_only"
    monkeypatch.setenv(paths.PROGRAM_VARIABLE, str(tmp_path))
    assert verdict(stick).standing is Standing.LISTED
    monkeypatch.setattr(module, "free_bytes", lambda _: 10)
    found = verdict(stick)
    assert (found.reason, found.facts[1]) == ("no_room", "10")


def test_stopping_leaves_no_copy(stick: Path, temporary: Path) -> None:
    a_release(stick)

    def stop(step: Step) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        check_update(stick, stop, keys=())
    assert not list(temporary.iterdir())


def test_stopping_after_the_copy_leaves_none_either(
    stick: Path, temporary: Path
) -> None:
    a_release(stick)

    def stop(step: Step) -> None:
        if step.stage == "checking":
            raise Cancelled

    with pytest.raises(Cancelled):
        check_update(stick, stop, keys=())
    assert not list(temporary.iterdir())


def test_a_log_somebody_laid_beside_the_list_is_not_shown(stick: Path) -> None:
    a_release(stick, log=None)
    (stick / "THAY_DOI.md").write_text(LOG.format("9.1.0"), "utf-8")
    assert verdict(stick).changes == ()
    list_files(stick)
    assert len(verdict(stick).changes) == 1
