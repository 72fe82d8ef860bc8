"""The relationship transform gives the published bytes, however they are written."""

import hashlib
from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.files.signatures.opc.names import RELATIONSHIPS
from desktop.files.signatures.opc.relationships import (
    Relationship,
    is_relationships,
    plain,
    read,
    target_part,
    transform,
    write,
)

ENTRIES = (
    ("rId10", "urn:t:c", "c.xml", ""),
    ("rId2", "urn:t:b", "b.xml", ""),
    ("rId1", "urn:t:a", "a.xml", ""),
    ("rId3", "urn:t:x", "https://example.invalid/xã", "External"),
    ("rId9", "urn:t:unsigned", "z.xml", ""),
)
CHOSEN = ("rId1", "rId2", "rId3", "rId10")
EXPECTED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="rId1" Target="a.xml" TargetMode="Internal" '
    'Type="urn:t:a"></Relationship><Relationship Id="rId10" Target="c.xml" '
    'TargetMode="Internal" Type="urn:t:c"></Relationship><Relationship Id="rId2" '
    'Target="b.xml" TargetMode="Internal" Type="urn:t:b"></Relationship>'
    '<Relationship Id="rId3" Target="https://example.invalid/xã" '
    'TargetMode="External" Type="urn:t:x"></Relationship></Relationships>'
).encode()


def written(entries: tuple[tuple[str, ...], ...], between: str = "") -> bytes:
    """Write relationships by hand, with the same text between all elements."""
    each = [
        f'<Relationship Type="{kind}" Id="{name}" Target="{target}"'
        + (f' TargetMode="{mode}"' if mode else "")
        + "/>"
        for name, kind, target, mode in entries
    ]
    inside = between.join(("", *each, ""))
    root = f'<Relationships xmlns="{RELATIONSHIPS}">{inside}</Relationships>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}'.encode()


def test_the_published_example_gives_its_bytes_and_digest() -> None:
    found = transform(written(ENTRIES), CHOSEN)
    assert found == EXPECTED
    assert len(found) == 487
    digest = b64encode(hashlib.sha256(found).digest())
    assert digest == b"AW1rFoR7YvceDjeAcMg/5sI5MnDaHRrIF3sQFkSaIPw="


@given(
    st.permutations(ENTRIES),
    st.text(" \t\n\r", max_size=5),
    st.sampled_from(("", "<!-- ghi chú -->", "<?x y?>", '<f xmlns="urn:f"/>')),
)
def test_order_space_and_foreign_things_change_nothing(
    entries: list[tuple[str, ...]], space: str, foreign: str
) -> None:
    shuffled = written(tuple(entries), space + foreign + space)
    assert transform(shuffled, CHOSEN) == EXPECTED


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (b"a.xml", b"z.xml"),
        (b"urn:t:a", b"urn:t:z"),
        (b'"rId1"', b'"rId11"'),
        (b' TargetMode="External"', b""),
    ],
)
def test_every_fact_of_a_chosen_one_counts(was: bytes, now: bytes) -> None:
    rels = written(ENTRIES)
    assert was in rels
    assert transform(rels.replace(was, now), CHOSEN) != EXPECTED


def test_one_that_is_not_chosen_does_not_count() -> None:
    rels = written(ENTRIES).replace(b"z.xml", b"other.xml")
    assert transform(rels, CHOSEN) == EXPECTED


def test_an_explicit_mode_is_the_same_as_the_silent_one() -> None:
    rels = written(ENTRIES).replace(b'"a.xml"', b'"a.xml" TargetMode="Internal"')
    assert transform(rels, CHOSEN) == EXPECTED


def test_of_none_chosen_only_the_root_is_left() -> None:
    found = transform(written(ENTRIES), ())
    assert found == f'<Relationships xmlns="{RELATIONSHIPS}"></Relationships>'.encode()


@pytest.mark.parametrize(
    "content",
    [
        b"<x/>",
        b"",
        b'<Relationships xmlns="urn:other"/>',
        written((("", "urn:t", "a.xml", ""),)),
        written((("rId1", "", "a.xml", ""),)),
        written((("rId1", "urn:t", "", ""),)),
    ],
)
def test_what_is_no_relationships_or_says_too_little_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  any words will do
        read(content)


def test_targets_are_told_from_where_they_are_named() -> None:
    rels = written(
        (
            ("rId1", "urn:t", "/xl/charts/chart1.xml", ""),
            ("rId2", "urn:u", "/docProps/app.xml", ""),
            ("rId3", "urn:x", "https://example.invalid/", "External"),
        )
    )
    found = read(plain("xl/drawings/_rels/drawing1.xml.rels", rels))
    assert [one.target for one in found] == [
        "../charts/chart1.xml",
        "../../docProps/app.xml",
        "https://example.invalid/",
    ]
    assert [one.external for one in found] == [False, False, True]
    assert read(plain("_rels/.rels", rels))[0].target == "xl/charts/chart1.xml"


def test_plain_relationships_stay_as_they_are_without_a_space_between() -> None:
    once = plain("xl/_rels/workbook.xml.rels", written(ENTRIES, "\n  "))
    assert plain("xl/_rels/workbook.xml.rels", once) == once
    assert [one.id for one in read(once)] == [one[0] for one in ENTRIES]
    assert b"> <" not in once.partition(b"?>\n")[2]
    assert once.partition(b"?>\n")[2].count(b"\n") == 0


def test_what_is_written_is_read_again() -> None:
    given_ones = (
        Relationship(id="a", type="urn:t", target="x.xml"),
        Relationship(id="b", type="urn:t", target="http://x/", external=True),
    )
    assert read(write(given_ones)) == given_ones


@pytest.mark.parametrize(
    ("name", "target", "part"),
    [
        ("_rels/.rels", "xl/workbook.xml", "xl/workbook.xml"),
        ("_rels/.rels", "/xl/workbook.xml", "xl/workbook.xml"),
        ("xl/_rels/workbook.xml.rels", "worksheets/a.xml", "xl/worksheets/a.xml"),
        ("xl/worksheets/_rels/a.xml.rels", "../media/b.png", "xl/media/b.png"),
        ("xl/_rels/workbook.xml.rels", "../../../etc/passwd", "etc/passwd"),
    ],
)
def test_a_target_leads_to_a_part(name: str, target: str, part: str) -> None:
    assert target_part(name, target) == part


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("_rels/.rels", True),
        ("xl/_rels/workbook.xml.rels", True),
        ("xl/workbook.xml.rels", False),
        ("x_rels/a.rels", False),
        ("_rels/a.xml", False),
    ],
)
def test_relationships_are_known_by_their_place(name: str, holds: bool) -> None:
    assert is_relationships(name) is holds


def test_the_order_of_ids_is_that_of_plain_text() -> None:
    names = [f"rId{n}" for n in range(23, 0, -1)]
    found = transform(
        written(tuple((n, "urn:t", f"{n}.xml", "") for n in names)), names
    )
    order = [one.split(b'"')[1].decode() for one in found.split(b" Id=")[1:]]
    assert order == sorted(names)
    assert order.index("rId10") < order.index("rId2")
