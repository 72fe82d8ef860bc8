"""Tests of keys on tokens: with SoftHSM, and a spy between it and the program."""

import datetime as dt
import gc
import os
import signal
import threading
import time
from pathlib import Path
from types import FrameType, FunctionType, ModuleType

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from desktop.errors import SignatureError
from desktop.files.signatures.keys import Key, Scheme
from desktop.files.signatures.precheck import precheck
from desktop.files.signatures.token import process
from desktop.files.signatures.token.found import PinState
from desktop.files.signatures.token.session import TokenSession
from tests.files.pki import NOW, pki
from tests.files.signatures.token.conftest import Desk
from tests.files.softhsm import PIN, WRONG, soft_hsm
from tests.files.spying import Spy, spy

DIGESTS = {
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}


def holds(
    key: Key, data: bytes, signature: bytes, digest: str, scheme: Scheme = "plain"
) -> bool:
    """Tell by another library whether a signature is the certificate's."""
    from cryptography import x509

    public = x509.load_der_x509_certificate(key.certificate).public_key()
    kind = DIGESTS[digest]
    try:
        if isinstance(public, rsa.RSAPublicKey):
            salted = padding.PSS(padding.MGF1(kind), kind.digest_size)
            pad = salted if scheme == "pss" else padding.PKCS1v15()
            public.verify(signature, data, pad, kind)
        else:
            assert isinstance(public, ec.EllipticCurvePublicKey)
            public.verify(signature, data, ec.ECDSA(kind))
    except InvalidSignature:
        return False
    return True


def refusal(act: object, *given: object, **more: object) -> SignatureError:
    assert callable(act)
    with pytest.raises(SignatureError) as caught:
        act(*given, **more)
    return caught.value


# --- what is there ------------------------------------------------------------


def test_a_token_tells_its_number_and_the_state_of_its_pin(desk: Desk) -> None:
    with TokenSession(desk.module) as session:
        (token,) = session.tokens()
    assert (token.serial, token.label, token.pin) == (desk.serial, "Ánh", PinState.FINE)
    assert not token.pin_pad


def test_holders_are_listed_without_a_pin_and_without_authorities(desk: Desk) -> None:
    with spy(desk.hsm.folder) as watch, TokenSession(watch.module) as session:
        found = session.certificates(desk.serial)
    assert [(one.key_id, one.name) for one in found] == [
        ("01", "Nguyễn Thị Ánh"),
        ("02", "Trần Văn Đức"),
        ("03", pki().agency.key(desk.hsm.folder).name),
    ]
    assert all(one.signs and one.holds(NOW) for one in found)
    assert watch.asked("C_Login") == 0


def test_an_ended_certificate_is_told_as_such(desk: Desk) -> None:
    with TokenSession(desk.module) as session:
        one = session.certificates(desk.serial)[0]
    assert not one.holds(one.not_after + dt.timedelta(seconds=1))
    assert not one.holds(one.not_before - dt.timedelta(seconds=1))


def test_two_tokens_are_told_apart_by_their_numbers(desk: Desk) -> None:
    other = desk.hsm.token("Ánh", pki().agency)
    with TokenSession(desk.module) as session:
        assert {one.serial for one in session.tokens()} == {desk.serial, other.serial}
        (agency,) = session.certificates(other.serial)
        key = session.login(other.serial, "01", PIN)
        person = session.login(desk.serial, "01", PIN)
        assert key.certificate == agency.certificate == pki().agency.der
        assert person.certificate == pki().person.der
        for one in (key, person):  # both are open at once
            assert holds(one, b"x", one.sign(b"x", "sha256"), "sha256")


# --- signing ------------------------------------------------------------------


@pytest.mark.parametrize("digest", DIGESTS)
@pytest.mark.parametrize("scheme", ["plain", "pss"])
@pytest.mark.parametrize("key_id", ["01", "02"])
def test_a_key_on_a_token_signs(
    desk: Desk, key_id: str, scheme: Scheme, digest: str
) -> None:
    with TokenSession(desk.module) as session:
        key = session.login(desk.serial, key_id, PIN)
        signature = key.sign("Kế hoạch".encode(), digest, scheme)
    assert holds(key, "Kế hoạch".encode(), signature, digest, scheme)
    assert not holds(key, "Kế hoach".encode(), signature, digest, scheme)
    assert key.token
    assert key.algorithm == {"01": "rsa", "02": "ec"}[key_id]


@pytest.mark.parametrize(
    ("scheme", "digest", "refused"),
    [
        ("plain", "sha256", "mechanism=40"),
        ("plain", "sha384", "mechanism=41"),
        ("plain", "sha512", "mechanism=42"),
        ("pss", "sha256", "mechanism=43"),
        ("pss", "sha384", "mechanism=44"),
        ("pss", "sha512", "mechanism=45"),
    ],
)
def test_a_token_that_cannot_hash_is_given_the_digest(
    desk: Desk, scheme: Scheme, digest: str, refused: str
) -> None:
    with spy(desk.hsm.folder, refused) as watch, TokenSession(watch.module) as session:
        key = session.login(desk.serial, "01", PIN)
        signature = key.sign(b"x", digest, scheme)
    assert holds(key, b"x", signature, digest, scheme)
    assert watch.asked("C_SignInit refused") == 1
    assert watch.asked("C_Login") == 1


def test_both_ways_of_plain_rsa_give_the_same_bytes(desk: Desk) -> None:
    with TokenSession(desk.module) as session:
        simple = session.login(desk.serial, "01", PIN).sign(b"x", "sha256")
    deeds = "mechanism=40"
    with spy(desk.hsm.folder, deeds) as watch, TokenSession(watch.module) as session:
        raw = session.login(desk.serial, "01", PIN).sign(b"x", "sha256")
    assert raw == simple
    from_file = pki().person.key(desk.hsm.folder)
    assert raw == from_file.sign(b"x", "sha256")


def test_a_token_without_pss_says_so_and_not_that_the_key_is_bad(desk: Desk) -> None:
    hsm = desk.hsm
    hsm.configure("slots.mechanisms = CKM_SHA256_RSA_PKCS,CKM_RSA_PKCS")
    with TokenSession(desk.module) as session:
        key = session.login(desk.serial, "01", PIN)
        assert holds(key, b"x", key.sign(b"x", "sha256"), "sha256")
        assert refusal(key.sign, b"x", "sha256", "pss").reason == "scheme_unsupported"


def test_the_certificates_above_come_from_the_token(desk: Desk) -> None:
    with TokenSession(desk.module) as session:
        key = session.login(desk.serial, "01", PIN)
        assert key.chain == (pki().issuing.der,)
        assert precheck(key, pki().trust, NOW) == ()


def test_one_pin_is_enough_for_many_signatures(desk: Desk) -> None:
    with spy(desk.hsm.folder) as watch, TokenSession(watch.module) as session:
        key = session.login(desk.serial, "01", PIN)
        for number in range(10):
            data = bytes([number]) * 50_000
            assert holds(key, data, key.sign(data, "sha256"), "sha256")
    assert watch.asked("C_Login") == 1


# --- the PIN ------------------------------------------------------------------


def test_a_wrong_pin_reaches_the_token_exactly_once(desk: Desk) -> None:
    with spy(desk.hsm.folder) as watch, TokenSession(watch.module) as session:
        error = refusal(session.login, desk.serial, "01", WRONG)
        assert (error.reason, error.facts) == ("wrong_pin", ("Ánh",))
        assert session.tokens()[0].pin is PinState.LOW
    assert watch.asked("C_Login") == 1


def test_a_right_pin_clears_what_a_wrong_one_left(desk: Desk) -> None:
    with TokenSession(desk.module) as session:
        refusal(session.login, desk.serial, "01", WRONG)
        key = session.login(desk.serial, "01", PIN)
        assert holds(key, b"x", key.sign(b"x", "sha256"), "sha256")
        assert session.tokens()[0].pin is PinState.FINE


@pytest.mark.parametrize(
    ("flags", "reason"),
    [
        ("after=10000", "wrong_pin"),
        ("after=20000", "wrong_pin_last"),
        ("after=40000", "wrong_pin_locked"),
    ],
)
def test_what_a_wrong_pin_led_to_is_told(desk: Desk, flags: str, reason: str) -> None:
    with spy(desk.hsm.folder, flags) as watch, TokenSession(watch.module) as session:
        error = refusal(session.login, desk.serial, "01", WRONG)
    assert (error.reason, error.facts) == (reason, ("Ánh",))
    assert watch.asked("C_Login") == 1


@pytest.mark.parametrize(
    ("flags", "reason"),
    [("flags=20000", "pin_last_try"), ("flags=40000", "pin_locked")],
)
def test_a_token_near_its_end_is_not_even_tried(
    desk: Desk, flags: str, reason: str
) -> None:
    with spy(desk.hsm.folder, flags) as watch, TokenSession(watch.module) as session:
        assert refusal(session.login, desk.serial, "01", PIN).reason == reason
    assert watch.asked("C_Login") == 0


def test_the_last_try_is_made_by_whoever_wants_it(desk: Desk) -> None:
    deeds = "flags=20000"
    with spy(desk.hsm.folder, deeds) as watch, TokenSession(watch.module) as session:
        key = session.login(desk.serial, "01", PIN, last_try=True)
        assert holds(key, b"x", key.sign(b"x", "sha256"), "sha256")
    assert watch.asked("C_Login") == 1


def test_a_blank_pin_never_reaches_the_token(desk: Desk) -> None:
    with spy(desk.hsm.folder) as watch, TokenSession(watch.module) as session:
        assert refusal(session.login, desk.serial, "01", "").reason == "pin_blank"
    assert watch.asked("C_Login") == 0


@pytest.mark.parametrize(
    ("code", "reason"),
    [("a4", "pin_locked"), ("a3", "pin_expired"), ("102", "pin_not_set")],
)
def test_what_the_token_says_of_a_pin_is_not_taken_for_a_wrong_one(
    desk: Desk, code: str, reason: str
) -> None:
    deeds = f"C_Login={code}"
    with spy(desk.hsm.folder, deeds) as watch, TokenSession(watch.module) as session:
        error = refusal(session.login, desk.serial, "01", PIN)
    assert (error.reason, error.facts) == (reason, ("Ánh",))
    assert watch.asked("C_Login") == 1


def test_a_certificate_that_is_not_there_costs_no_try(desk: Desk) -> None:
    with spy(desk.hsm.folder) as watch, TokenSession(watch.module) as session:
        assert refusal(session.login, desk.serial, "0f", PIN).reason == "no_key"
        assert refusal(session.login, "other", "01", PIN).reason == "token_missing"
    assert watch.asked("C_Login") == 0


def test_two_tokens_of_one_number_are_not_guessed_between(desk: Desk) -> None:
    desk.hsm.token("B")
    deeds = "serial=7"
    with spy(desk.hsm.folder, deeds) as watch, TokenSession(watch.module) as session:
        assert refusal(session.login, "7" * 16, "01", PIN).reason == "token_twice"
    assert watch.asked("C_Login") == 0


def test_the_pin_is_seen_nowhere(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(0)
    with TokenSession(desk.module) as session:
        key = session.login(desk.serial, "01", PIN)
        error = refusal(session.login, desk.serial, "02", "246802")
        told = Path(f"/proc/{session._helper.pid}")
        started = (
            told.joinpath("cmdline").read_bytes()
            + told.joinpath("environ").read_bytes()
        )
        shown = repr(key) + repr(session) + repr(vars(session)) + repr(error)
    for secret in (PIN, "246802"):
        assert secret.encode() not in started
        assert secret not in shown
        assert secret not in caplog.text
        assert secret not in str(error.__cause__) + str(error.__context__)


def kept_by(*roots: object) -> list[object]:
    """Return everything held by objects, and by what they hold, but no code."""
    seen: dict[int, object] = {}
    waiting = list(roots)
    while waiting:
        one = waiting.pop()
        if id(one) in seen or isinstance(one, ModuleType | type | FrameType):
            continue
        seen[id(one)] = one
        if isinstance(one, FunctionType):
            waiting += one.__closure__ or ()
        else:
            waiting += gc.get_referents(one)
    return list(seen.values())


def test_a_login_leaves_the_pin_with_nobody(desk: Desk) -> None:
    secret = bytes([50, 52, 54, 56, 48]).decode()
    with TokenSession(desk.module) as session:
        refusal(session.login, desk.serial, "01", secret)
        key = session.login(desk.serial, "01", PIN)
        texts = [str(one) for one in kept_by(session, key) if isinstance(one, str)]
        raw = [one for one in kept_by(session, key) if isinstance(one, bytes)]
    assert desk.serial not in texts  # not even the number of the token
    assert str(desk.module) in texts  # the search goes deep enough
    assert not [one for one in texts if secret in one or PIN in one]
    assert not [one for one in raw if secret.encode() in one or PIN.encode() in one]


# --- what goes wrong ----------------------------------------------------------


def test_a_token_pulled_out_after_listing_is_missed(desk: Desk) -> None:
    with TokenSession(desk.module) as session:
        assert session.certificates(desk.serial)
        desk.hsm.pull(desk.token)
        error = refusal(session.login, desk.serial, "01", PIN)
    assert (error.reason, error.facts) == ("token_missing", (desk.serial,))


@pytest.mark.parametrize("code", ["32", "e0", "b3", "b0", "3", "82"])
def test_a_token_pulled_out_while_it_signs_is_gone(desk: Desk, code: str) -> None:
    deeds = f"C_Sign={code}"
    with spy(desk.hsm.folder, deeds) as watch, TokenSession(watch.module) as session:
        key = session.login(desk.serial, "01", PIN)
        assert refusal(key.sign, b"x", "sha256").reason == "token_gone"


def test_a_token_really_gone_signs_no_more(desk: Desk) -> None:
    with TokenSession(desk.module) as session:
        key = session.login(desk.serial, "01", PIN)
        desk.hsm.pull(desk.token)
        assert refusal(key.sign, b"x", "sha256").reason == "token_gone"


def test_a_module_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "eTPKCS11.dll"
    error = refusal(TokenSession(path).__enter__)
    assert (error.reason, error.facts) == ("module_missing", (str(path),))


@pytest.mark.parametrize("content", [b"", b"not a library", b"\x7fELF\x02" + bytes(60)])
def test_what_is_no_module_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "token.so"
    path.write_bytes(content)
    error = refusal(TokenSession(path).__enter__)
    assert (error.reason, error.facts[0]) == ("module_failed", "token.so")


def test_a_module_of_other_bits_is_told_before_anything_is_started(
    tmp_path: Path,
) -> None:
    path = tmp_path / "token.so"
    path.write_bytes(b"\x7fELF\x01" + bytes(60))
    error = refusal(TokenSession(path).__enter__)
    assert (error.reason, error.facts) == ("module_bits", ("token.so", "32", "64"))


@pytest.mark.parametrize(
    "place", ["C_Initialize", "C_GetSlotList", "C_Login", "C_Sign"]
)
def test_a_module_that_crashes_takes_only_its_helper_along(
    desk: Desk, place: str
) -> None:
    def use() -> None:
        with TokenSession(watch.module) as session:
            session.login(desk.serial, "01", PIN).sign(b"x", "sha256")

    with spy(desk.hsm.folder, f"{place}=crash") as watch:
        error = refusal(use)
    aborted = str(-signal.SIGABRT)
    assert (error.reason, error.facts) == ("helper_died", ("libspy.so", aborted))
    with TokenSession(desk.module) as session:  # and the next one works
        assert session.login(desk.serial, "01", PIN).sign(b"x", "sha256")


def test_a_module_that_hangs_is_ended(desk: Desk) -> None:
    with (
        spy(desk.hsm.folder, "C_Sign=hang") as watch,
        TokenSession(watch.module, patience=30) as session,
    ):
        key = session.login(desk.serial, "01", PIN)
        session._helper._patience = 0.2  # a slow machine may need long until here
        pid = session._helper.pid
        assert refusal(key.sign, b"x", "sha256").reason == "module_silent"
    assert not alive(pid)


@pytest.mark.parametrize(
    "answer",
    [
        '{"good": null}',
        '{"good": 3}',
        '{"good": [[1]]}',
        '{"good": [{"serial": "1"}]}',
        '{"good": [["01", "not base64"]]}',
        '{"good": [{"serial": "1", "label": "", "pin": "odd"}]}',
    ],
)
def test_a_helper_that_answers_what_nobody_understands_is_ended(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    monkeypatch.setattr(process, "_CHILD", "tests.files.signatures.token.absurd")
    monkeypatch.setenv("ABSURD", answer)
    for ask in (TokenSession.tokens, lambda one: one.certificates("1")):
        with TokenSession(desk.module) as session:
            pid = session._helper.pid
            assert refusal(ask, session).reason == "helper_died"
            assert not alive(pid)


def test_a_helper_killed_while_it_signs_is_told_and_the_key_is_dead(
    desk: Desk,
) -> None:
    deeds = "C_Sign=hang"
    with spy(desk.hsm.folder, deeds) as watch, TokenSession(watch.module) as session:
        key = session.login(desk.serial, "01", PIN)
        told = (session._helper.pid, watch)
        killer = threading.Thread(target=kill_when, args=told)
        killer.start()
        error = refusal(key.sign, b"x", "sha256")
        killer.join()
        assert refusal(key.sign, b"x", "sha256").reason == "helper_died"
    killed = str(-signal.SIGKILL)
    assert (error.reason, error.facts) == ("helper_died", ("libspy.so", killed))


def kill_when(pid: int, watch: Spy) -> None:
    """Kill the helper as soon as the module is asked to sign."""
    while not watch.asked("C_Sign"):
        time.sleep(0.01)
    os.kill(pid, signal.SIGKILL)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_key_ends_with_its_session(desk: Desk) -> None:
    with TokenSession(desk.module) as session:
        key = session.login(desk.serial, "01", PIN)
        pid = session._helper.pid
    assert refusal(key.sign, b"x", "sha256").reason == "session_over"
    assert not alive(pid)


def test_logging_in_anew_ends_the_key_before(desk: Desk) -> None:
    with TokenSession(desk.module) as session:
        first = session.login(desk.serial, "01", PIN)
        second = session.login(desk.serial, "03", PIN)
        assert refusal(first.sign, b"x", "sha256").reason == "session_over"
        assert holds(second, b"x", second.sign(b"x", "sha256"), "sha256")


def test_no_token_at_all_is_no_fault(tmp_path: Path) -> None:
    with soft_hsm(tmp_path) as hsm, TokenSession(hsm.module) as session:
        assert session.tokens() == ()
