"""A package holds as a whole or is refused as a whole, with the reason."""

import dataclasses
import datetime as dt
import hashlib
import json
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from asn1crypto.cms import ContentInfo
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import (
    Cancelled,
    FileError,
    PackageError,
    PackageForgedError,
    PackageTooNewError,
    PackageUnreadableError,
    SignatureError,
)
from desktop.files import zip_members
from desktop.files.attachments import attachments
from desktop.files.package import (
    SEAL,
    SECOND_SEAL,
    Packed,
    pack,
    read_package,
    seal_again,
    verify_package,
)
from desktop.files.package_header import file_name
from desktop.files.pdf import document
from desktop.files.signatures.detached import sign_detached
from desktop.files.signatures.keys import Key, Scheme, load_key, make_test_key
from desktop.files.signed_file import MANIFEST
from desktop.files.wire.manifest import MANIFEST_FORMAT, manifest_to_json
from desktop.files.wire.report import report_to_json
from desktop.files.workbook import workbook
from desktop.progress import Step, silent
from desktop.records.exchange import Member
from desktop.records.signing import SignerRole
from desktop.records.verification import Chain, FileVerdict, Finding, Integrity
from desktop.rules.verdict import Light, light, stands
from tests.files.pki import NOW, pki
from tests.files.report_builder import a_report, a_signer
from tests.files.signatures.package_mutants import HEADER
from tests.files.signatures.printed import certified

Files = dict[str, bytes]
Change = Callable[[Files], Files]


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Key:
    return pki().person.key(tmp_path_factory.mktemp("key"))


@pytest.fixture(scope="module")
def sources(key: Key, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("sources")
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as book:
        book.writestr("xl/workbook.xml", "<workbook/>")
    contents = {
        "report.pdf": certified(key),
        "report.xlsx": output.getvalue(),
        "report.xlsx.p7s": sign_detached(output.getvalue(), key, NOW),
        "report.json": b'{"format":1}',
    }
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    return {name: folder / name for name in contents}


@pytest.fixture(scope="module")
def packed(
    key: Key, sources: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Packed:
    return pack(tmp_path_factory.mktemp("out"), HEADER, sources, key, NOW, silent)


def members(path: Path) -> Files:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def altered(packed: Packed, folder: Path, change: Change) -> Path:
    path = folder / packed.path.name
    path.write_bytes(zip_members.build(change(members(packed.path))))
    return path


def forgery(path: Path) -> tuple[str, tuple[str, ...]]:
    with pytest.raises(PackageForgedError) as caught:
        read_package(path, pki().trust, now=NOW)
    return caught.value.reason, caught.value.facts


def test_what_was_packed_is_read_back(
    packed: Packed, sources: Mapping[str, Path]
) -> None:
    found = read_package(packed.path, pki().trust, now=NOW)
    assert found.files == {name: one.read_bytes() for name, one in sources.items()}
    assert found.header == packed.header
    assert found.sha256 == packed.sha256
    assert found.verdict.intact
    assert [one.file_name for one in found.verdict.members] == [
        "report.json",
        "report.pdf",
        "report.xlsx",
    ]
    assert [len(one.signatures) for one in found.verdict.members] == [0, 1, 1]


def test_the_seal_names_signer_and_time(packed: Packed) -> None:
    (seal,) = verify_package(packed.path, pki().trust, now=NOW).signatures
    assert (seal.signer, seal.field) == ("Nguyễn Thị Ánh", SEAL)
    assert (seal.chain, seal.claimed_time) == (Chain.PINNED, NOW)


def test_size_and_hash_are_those_of_the_file(packed: Packed) -> None:
    data = packed.path.read_bytes()
    assert packed.size == len(data)
    assert packed.sha256 == hashlib.sha256(data).hexdigest()


def test_the_name_is_plain_ascii(packed: Packed) -> None:
    assert packed.path.name == "goi_phong-van-hoa-va-thong-tin-d_2024_v1.zip"
    bare = dataclasses.replace(HEADER, agency="", period_code="", version=3)
    assert file_name(bare) == "goi_v3.zip"


def test_the_manifest_is_canonical_and_lists_every_member(packed: Packed) -> None:
    data = members(packed.path)[MANIFEST]
    table = json.loads(data)
    canonical = json.dumps(
        table, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    assert data.decode() == canonical
    assert [one["name"] for one in table["members"]] == [
        "report.json",
        "report.pdf",
        "report.xlsx",
        "report.xlsx.p7s",
    ]


def test_openssl_confirms_the_seal(packed: Packed, tmp_path: Path) -> None:
    for name, data in members(packed.path).items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "root.pem").write_bytes(pki().root.pem)
    done = subprocess.run(
        [
            "openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER",
            "-in", SEAL, "-content", MANIFEST, "-CAfile", "root.pem",
            "-no-CApath", "-no-CAstore", "-out", "/dev/null",
        ],
        check=False, capture_output=True, text=True, cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0
    assert "CAdES Verification successful" in done.stderr


@given(draw=st.data())
def test_no_single_byte_of_a_package_may_change(
    packed: Packed, tmp_path_factory: pytest.TempPathFactory, draw: st.DataObject
) -> None:
    data = bytearray(packed.path.read_bytes())
    place = draw.draw(st.integers(0, len(data) - 1))
    data[place] ^= draw.draw(st.integers(1, 255))
    path = tmp_path_factory.getbasetemp() / "flipped.zip"
    path.write_bytes(bytes(data))
    try:
        found = verify_package(path, pki().trust, now=NOW)
    except PackageError:
        return
    assert not found.intact
    assert found.findings


def replaced(name: str, data: bytes) -> Change:
    return lambda files: {**files, name: data}


def dropped(name: str) -> Change:
    return lambda files: {one: data for one, data in files.items() if one != name}


def swapped(files: Files) -> Files:
    one, two = files["report.json"], files["report.xlsx"]
    return {**files, "report.json": two, "report.xlsx": one}


@pytest.mark.parametrize(
    ("change", "reason", "fact"),
    [
        (replaced("report.json", b'{"format":2}'), "hash", "report.json"),
        (replaced("report.pdf", b"%PDF-1.7"), "hash", "report.pdf"),
        (replaced("report.xlsx.p7s", b""), "hash", "report.xlsx.p7s"),
        (replaced("extra.json", b"{}"), "unlisted", "extra.json"),
        (replaced("manifest.json.3.p7s", b""), "unlisted", "manifest.json.3.p7s"),
        (replaced(SECOND_SEAL, b""), "signature", SECOND_SEAL),
        (dropped("report.pdf"), "missing", "report.pdf"),
        (swapped, "hash", "report.json"),
        (replaced(SEAL, b""), "signature", SEAL),
        (replaced(MANIFEST, b"{}"), "signature", SEAL),
        (replaced(MANIFEST, b"not json"), "signature", SEAL),
    ],
)
def test_a_forged_package_is_refused_with_its_reason(
    packed: Packed, tmp_path: Path, change: Change, reason: str, fact: str
) -> None:
    path = altered(packed, tmp_path, change)
    assert forgery(path) == (reason, (fact,))
    found = verify_package(path, pki().trust, now=NOW)
    assert not found.intact
    assert reason in {one.code for one in found.findings}


def test_a_package_without_a_seal_is_read_and_says_so(
    sources: dict[str, Path], tmp_path: Path
) -> None:
    made = pack(tmp_path, HEADER, sources, None, NOW, silent)
    found = read_package(made.path, pki().trust, now=NOW)
    assert set(found.files) == set(sources)
    assert found.verdict.signatures == ()
    assert [one.code for one in found.verdict.findings] == ["unsigned"]
    assert not found.verdict.intact


def test_taking_the_seal_away_makes_it_an_unsigned_package_and_no_more(
    packed: Packed, tmp_path: Path
) -> None:
    path = altered(packed, tmp_path, dropped(SEAL))
    found = verify_package(path, pki().trust, now=NOW)
    assert [one.code for one in found.findings] == ["unsigned"]
    assert (light(found), stands(found)) == (Light.YELLOW, False)


@pytest.mark.parametrize(
    ("change", "reason", "fact"),
    [
        (replaced("report.json", b"{}"), "hash", "report.json"),
        (replaced("extra.json", b"{}"), "unlisted", "extra.json"),
        (dropped("report.pdf"), "missing", "report.pdf"),
    ],
)
def test_the_list_counts_without_a_seal_too(
    sources: dict[str, Path], tmp_path: Path, change: Change, reason: str, fact: str
) -> None:
    made = pack(tmp_path, HEADER, sources, None, NOW, silent)
    assert forgery(altered(made, tmp_path, change)) == (reason, (fact,))


def sealed_twice(packed: Packed, folder: Path) -> Packed:
    path = folder / packed.path.name
    path.write_bytes(packed.path.read_bytes())
    second = pki().agency.key(folder)
    (folder / "key.p12").unlink()
    return seal_again(path, second, NOW)


def test_a_second_signer_adds_a_seal_that_leaves_the_first(
    packed: Packed, tmp_path: Path
) -> None:
    made = sealed_twice(packed, tmp_path)
    found = read_package(made.path, pki().trust, now=NOW)
    assert found.verdict.intact
    assert found.sha256 == made.sha256
    assert [(one.field, one.signer) for one in found.verdict.signatures] == [
        (SEAL, "Nguyễn Thị Ánh"),
        (SECOND_SEAL, "Phòng Văn hóa"),
    ]
    assert members(made.path)[SEAL] == members(packed.path)[SEAL]
    assert list(tmp_path.iterdir()) == [made.path]


def test_the_first_of_two_seals_may_not_be_missing(
    packed: Packed, tmp_path: Path
) -> None:
    made = sealed_twice(packed, tmp_path)
    folder = tmp_path / "altered"
    folder.mkdir()
    assert forgery(altered(made, folder, dropped(SEAL))) == ("signature", (SEAL,))
    path = altered(made, folder, replaced("report.json", b"{}"))
    found = verify_package(path, pki().trust, now=NOW)
    assert {one.integrity for one in found.signatures} == {Integrity.CHANGED}


def test_a_package_is_sealed_twice_and_no_more(
    packed: Packed, key: Key, sources: dict[str, Path], tmp_path: Path
) -> None:
    made = sealed_twice(packed, tmp_path)
    with pytest.raises(SignatureError) as caught:
        seal_again(made.path, key, NOW)
    assert caught.value.reason == "already_signed"
    bare = pack(tmp_path, HEADER, sources, None, NOW, silent)
    for path in (bare.path, altered(packed, tmp_path, replaced("x.json", b""))):
        before = path.read_bytes()
        with pytest.raises(SignatureError) as caught:
            seal_again(path, key, NOW)
        assert caught.value.reason == "not_signed"
        assert path.read_bytes() == before


def test_one_signer_does_not_stand_for_two(
    packed: Packed, key: Key, tmp_path: Path
) -> None:
    before = packed.path.read_bytes()
    with pytest.raises(SignatureError) as caught:
        seal_again(packed.path, key, NOW)
    assert (caught.value.reason, packed.path.read_bytes()) == ("already_signed", before)
    copied = altered(
        packed, tmp_path, lambda files: {**files, SECOND_SEAL: files[SEAL]}
    )
    found = verify_package(copied, pki().trust, now=NOW)
    assert found.findings == (Finding(code="same_sealer", facts=(SECOND_SEAL,)),)
    assert light(found) is Light.RED


@pytest.mark.parametrize("scheme", ["plain", "pss"])
def test_a_seal_may_be_padded_either_way(
    key: Key, sources: dict[str, Path], tmp_path: Path, scheme: Scheme
) -> None:
    made = pack(tmp_path, HEADER, sources, key, NOW, silent, scheme=scheme)
    assert read_package(made.path, pki().trust, now=NOW).verdict.intact
    seal = ContentInfo.load(members(made.path)[SEAL])["content"]["signer_infos"][0]
    used = seal["signature_algorithm"]["algorithm"].native
    assert (used == "rsassa_pss") is (scheme == "pss")


def test_members_with_the_data_of_two_reports_are_not_packed(
    key: Key, tmp_path: Path
) -> None:
    report, book = a_report(), tmp_path / "report.xlsx"
    workbook.write(report, book)
    figures = tmp_path / "report.json"
    inside = {"report.json": figures, "report.xlsx": book}
    figures.write_bytes(report_to_json(report))
    made = pack(tmp_path, HEADER, inside, key, NOW, silent)
    found = verify_package(made.path, pki().trust, now=NOW)
    assert found.findings == ()
    assert found.report is not None
    assert found.report == found.members[1].report
    figures.write_bytes(report_to_json(replace(report, plan_title="Khác")))
    with pytest.raises(SignatureError) as caught:
        pack(tmp_path, HEADER, inside, key, NOW, silent)
    assert caught.value.facts == (made.path.name, "report_differs")


def test_a_member_with_the_data_of_another_report_is_named(
    key: Key, tmp_path: Path
) -> None:
    workbook.write(a_report(), tmp_path / "b.xlsx")
    files = {
        "b.xlsx": (tmp_path / "b.xlsx").read_bytes(),
        "report.json": report_to_json(a_report(plan_title="Khác")),
    }
    listed = tuple(
        Member(name=name, size=len(data), sha256=hashlib.sha256(data).hexdigest())
        for name, data in files.items()
    )
    manifest = manifest_to_json(replace(HEADER, members=listed))
    seal = sign_detached(manifest, key, NOW)
    path = tmp_path / "goi.zip"
    path.write_bytes(zip_members.build({**files, MANIFEST: manifest, SEAL: seal}))
    found = verify_package(path, pki().trust, now=NOW)
    assert found.findings == (Finding(code="report_differs", facts=("b.xlsx",)),)


@pytest.mark.parametrize(("who", "doubted"), [("agency", 0), ("curve", 1)])
def test_a_seal_of_somebody_who_has_no_part_in_the_report_is_doubted(
    tmp_path: Path, who: str, doubted: int
) -> None:
    """Anybody with a certificate can seal what others signed."""
    figures = tmp_path / "report.json"
    figures.write_bytes(report_to_json(a_report(agency="Phòng Văn hóa")))
    sealer = getattr(pki(), who).key(tmp_path)
    made = pack(tmp_path, HEADER, {figures.name: figures}, sealer, NOW, silent)
    trust = replace(pki().trust, crls=pki().crls)
    found = verify_package(made.path, trust, now=NOW)
    assert [one.found for one in found.expected] == ["Trần Văn Đức"] * doubted
    assert light(found) is (Light.YELLOW if doubted else Light.GREEN)
    assert stands(found)


def packed_report(
    key: Key, folder: Path, *names: str, practice: bool = False, **changes: Any
) -> FileVerdict:
    """Return what is found of a report nobody signed in a package with a seal."""
    report = a_report(blocks=(), annexes=(), data=(), practice=practice, **changes)
    inside = attachments("a.json", report_to_json(report), "a.xlsx", b"")
    contents = {
        "report.pdf": document.draw(report, attachments=inside).pdf,
        "report.xlsx": workbook.draw(report, "report.xlsx"),
        "report.json": report_to_json(report),
    }
    for name in names:
        (folder / name).write_bytes(contents[name])
    files = {name: folder / name for name in names}
    header = replace(HEADER, practice=True)
    made = pack(folder, header, files, key, NOW, silent)
    trust = replace(pki().trust, crls=pki().crls)
    return verify_package(made.path, trust, now=NOW)


@pytest.mark.parametrize(
    "names",
    [
        ("report.json",),
        ("report.pdf",),
        ("report.xlsx", "report.json"),
        ("report.pdf", "report.json"),
    ],
)
def test_a_seal_stands_for_nobody_who_should_have_signed_the_report(
    key: Key, tmp_path: Path, names: tuple[str, ...]
) -> None:
    """Whoever may seal could leave the signatures of the others away."""
    both = (SignerRole.PERSON, SignerRole.AGENCY)
    signer = a_signer(name=key.name)
    found = packed_report(key, tmp_path, *names, signers=both, signer=signer)
    assert (found.intact, found.findings) == (True, ())
    assert [(one.role, one.found) for one in found.expected] == [
        (SignerRole.PERSON, ""),
        (SignerRole.AGENCY, ""),
    ]
    assert (light(found), stands(found)) == (Light.YELLOW, False)
    nobody = packed_report(key, tmp_path, *names, signers=(), signer=signer)
    assert (nobody.expected, light(nobody)) == ((), Light.GREEN)


@pytest.mark.parametrize(("practice", "codes"), [(False, 1), (True, 0)])
def test_a_header_cannot_make_practice_of_a_real_report(
    tmp_path: Path, practice: bool, codes: int
) -> None:
    path = make_test_key(
        tmp_path / "k.p12", name="A", organisation="B", password="x", now=NOW
    )
    key = load_key(path, "x")
    found = packed_report(key, tmp_path, "report.json", practice=practice)
    assert [one.code for one in found.findings] == ["test_key_on_real_report"] * codes


def test_a_manifest_that_lies_is_refused_even_when_its_hashes_hold(
    packed: Packed, tmp_path: Path
) -> None:
    def lied(files: Files) -> Files:
        table = json.loads(files[MANIFEST])
        table["members"] = [
            one for one in table["members"] if one["name"] != "report.pdf"
        ]
        del files["report.pdf"]
        return {**files, MANIFEST: json.dumps(table).encode()}

    path = altered(packed, tmp_path, lied)
    assert forgery(path) == ("signature", (SEAL,))
    seal = verify_package(path, pki().trust, now=NOW).signatures[0]
    assert seal.integrity is Integrity.CHANGED


def test_the_seal_of_another_package_does_not_fit(
    packed: Packed, key: Key, sources: dict[str, Path], tmp_path: Path
) -> None:
    header = dataclasses.replace(HEADER, package_id="p-2")
    other = pack(tmp_path, header, sources, key, NOW, silent)
    seal = members(other.path)[SEAL]
    folder = tmp_path / "altered"
    folder.mkdir()
    assert forgery(altered(packed, folder, replaced(SEAL, seal)))[0] == "signature"


def test_a_package_zipped_anew_is_read_and_says_so(
    packed: Packed, tmp_path: Path
) -> None:
    path = tmp_path / "renamed (1).zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members(packed.path).items():
            archive.writestr(name, data)
    found = read_package(path, pki().trust, now=NOW)
    assert [one.code for one in found.verdict.findings] == ["repacked"]
    assert found.header == packed.header


def test_a_spoiled_signature_inside_spoils_the_verdict(
    key: Key, sources: dict[str, Path], tmp_path: Path
) -> None:
    spoiled = tmp_path / "report.pdf"
    spoiled.write_bytes(sources["report.pdf"].read_bytes() + b" ")
    made = pack(tmp_path, HEADER, {"report.pdf": spoiled}, key, NOW, silent)
    found = verify_package(made.path, pki().trust, now=NOW)
    assert found.findings == ()
    assert not found.members[0].intact
    assert not found.intact


def test_a_signature_packed_without_its_content_is_told(
    key: Key, sources: dict[str, Path], tmp_path: Path
) -> None:
    alone = {"report.xlsx.p7s": sources["report.xlsx.p7s"]}
    made = pack(tmp_path, HEADER, alone, key, NOW, silent)
    found = verify_package(made.path, pki().trust, now=NOW)
    assert [one.code for one in found.members[0].findings] == ["content_missing"]
    assert not found.intact


@pytest.mark.parametrize(("practice", "codes"), [(False, 1), (True, 0)])
def test_a_test_key_on_a_real_report_is_told(
    tmp_path: Path, sources: dict[str, Path], practice: bool, codes: int
) -> None:
    path = make_test_key(
        tmp_path / "k.p12", name="A", organisation="B", password="x", now=NOW
    )
    header = dataclasses.replace(HEADER, practice=practice)
    made = pack(tmp_path, header, sources, load_key(path, "x"), NOW, silent)
    found = read_package(made.path, pki().trust, now=NOW).verdict
    assert [one.code for one in found.findings] == ["test_key_on_real_report"] * codes
    assert found.signatures[0].chain is Chain.TEST


def resealed(change: Callable[[dict[str, object]], object], key: Key) -> Change:
    """Change the manifest and seal it again, as a later version might."""

    def apply(files: Files) -> Files:
        table = json.loads(files[MANIFEST])
        change(table)
        manifest = json.dumps(table).encode()
        seal = sign_detached(manifest, key, NOW)
        return {**files, MANIFEST: manifest, SEAL: seal}

    return apply


def test_a_package_of_a_later_version_is_told_as_such(
    packed: Packed, key: Key, tmp_path: Path
) -> None:
    newest = MANIFEST_FORMAT
    later = resealed(
        lambda table: table.update(format_version=newest + 1, new="x"), key
    )
    with pytest.raises(PackageTooNewError) as caught:
        read_package(altered(packed, tmp_path, later), pki().trust, now=NOW)
    assert caught.value.facts == (str(newest + 1), str(newest))


@pytest.mark.parametrize(
    "change",
    [
        lambda table: table.update(surprise=1),
        lambda table: table.pop("agency"),
        lambda table: table.update(version=0),
        lambda table: table.update(first_day="31/12/2024"),
        lambda table: table.update(created_at="2024-12-31T00:00:00"),
        lambda table: table["members"][0].update(sha256="x"),
        lambda table: table["members"][0].update(size=-1),
    ],
)
def test_a_sealed_manifest_of_another_shape_is_unreadable(
    packed: Packed,
    key: Key,
    tmp_path: Path,
    change: Callable[[dict[str, object]], object],
) -> None:
    with pytest.raises(PackageUnreadableError) as caught:
        read_package(altered(packed, tmp_path, resealed(change, key)), pki().trust)
    assert caught.value.reason == "content"


def test_a_file_that_is_no_package_is_told_apart_from_a_damaged_one(
    packed: Packed, tmp_path: Path
) -> None:
    path = tmp_path / "x.zip"
    for data, reason in (
        (b"hello", "not_package"),
        (zip_members.build({"a.txt": b""}), "not_package"),
        (packed.path.read_bytes()[:-40], "damaged"),
        (packed.path.read_bytes()[:5000], "damaged"),
    ):
        path.write_bytes(data)
        with pytest.raises(PackageUnreadableError) as caught:
            verify_package(path, pki().trust)
        assert caught.value.reason == reason
    with pytest.raises(FileError) as missing:
        read_package(tmp_path / "none.zip", pki().trust)
    assert missing.value.reason == "missing"


def test_packing_stopped_or_failed_leaves_nothing(
    key: Key, sources: dict[str, Path], tmp_path: Path
) -> None:
    def stop(step: Step) -> None:
        if step.done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        pack(tmp_path, HEADER, sources, key, NOW, stop)
    with pytest.raises(FileError) as caught:
        pack(tmp_path, HEADER, {"a.pdf": tmp_path / "none"}, key, NOW, silent)
    assert caught.value.reason == "missing"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../a.pdf", "tệp.pdf", MANIFEST, SEAL])
def test_a_name_nobody_could_open_is_not_packed(
    key: Key, sources: dict[str, Path], tmp_path: Path, name: str
) -> None:
    with pytest.raises(PackageUnreadableError) as caught:
        pack(tmp_path, HEADER, {name: sources["report.json"]}, key, NOW, silent)
    assert caught.value.reason == "name"


def test_a_key_that_signs_wrongly_seals_nothing(
    key: Key, sources: dict[str, Path], tmp_path: Path
) -> None:
    wrong = pki().agency.key(tmp_path).sign
    (tmp_path / "key.p12").unlink()
    liar = dataclasses.replace(key, sign=wrong)
    with pytest.raises(SignatureError):
        pack(tmp_path, HEADER, sources, liar, NOW, silent)
    assert list(tmp_path.iterdir()) == []


def test_packing_again_gives_the_same_content_in_place_of_the_old(
    key: Key, sources: dict[str, Path], tmp_path: Path
) -> None:
    first = pack(tmp_path, HEADER, sources, key, NOW, silent)
    second = pack(tmp_path, HEADER, sources, key, NOW, silent)
    assert first == second  # a signature by RSA is the same each time
    assert list(tmp_path.iterdir()) == [first.path]


def test_two_custom_periods_have_packages_of_their_own() -> None:
    spring = dataclasses.replace(HEADER, period_code="custom")
    later = spring.last_day + dt.timedelta(days=1)
    summer = dataclasses.replace(spring, last_day=later)
    assert file_name(spring) != file_name(summer)
    assert file_name(spring).isascii()
