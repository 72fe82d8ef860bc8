"""What the paper itself lacks."""

import datetime as dt
from dataclasses import replace

from desktop.records.finding import Severity
from desktop.rules.findings.from_papers import (
    SOON,
    certificate,
    from_settings,
)
from tests.builders import NOW
from tests.rules.reported import facts

OWN = replace(facts().preferences, signer_name="Y Hà", authority=("TRƯỞNG PHÒNG",))


def test_a_whole_paper_lacks_nothing() -> None:
    assert not list(from_settings(OWN))


def test_every_blank_part_leads_to_its_field_and_blocks_nobody() -> None:
    blank = replace(
        OWN,
        signer_name=" ",
        authority=(),
        place="",
        symbol="",
        recipients=(),
        filing_line="",
        issuer_lines=("ỦY BAN NHÂN DÂN", ""),
    )
    made = list(from_settings(blank))
    fields = {one.where.field for one in made}
    assert fields == {
        *("signer", "authority", "place", "symbol", "recipients", "filing", "agency")
    }
    assert {one.severity for one in made} == {Severity.DOUBT}
    assert {one.effect for one in made} == {0}
    assert not any(one.explainable for one in made)


def test_a_certificate_is_told_of_a_month_before_it_ends() -> None:
    assert not list(certificate("Y Hà", NOW + SOON, NOW))
    (soon,) = certificate("Y Hà", NOW + SOON - dt.timedelta(hours=1), NOW)
    (over,) = certificate("Y Hà", NOW, NOW)
    assert (soon.detail, over.detail) == ("ends", "ended")
    assert over.facts == ("20/12/2024",)
    assert over.where.place == "settings"
