"""What travels with the office file: who we are and how we sign our papers."""

import datetime as dt
from dataclasses import dataclass

from desktop.records.identity import AgencyId, PlanId
from desktop.records.signing import SignerRole, SigningWay


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """The office's own settings, declared once with their defaults."""

    plan: PlanId
    """The plan everything on screen speaks of; the office may hold others."""
    agency: AgencyId
    """The office itself."""
    issuer_lines: tuple[str, str] = ("", "")
    """Superior and issuing agency as the letterhead prints them, in capitals."""
    recipient: AgencyId | None = None
    """Office to which reports go."""
    place: str = ""
    """Place name in the date line."""
    symbol: str = ""
    """Symbol of a report, such as `BC-ABC`."""
    filing_line: str = ""
    """Last line of the recipients."""
    recipients: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    signer_name: str = ""
    signing: SigningWay = SigningWay.DIGITAL
    """How the office signs its reports."""
    signers: tuple[SignerRole, ...] = (SignerRole.PERSON, SignerRole.AGENCY)
    """Who has a key and is expected to sign, in the order of signing."""
    misdated: tuple[str, ...] = ()
    """Ids of signings noted by a clock that was ahead, as somebody here confirmed."""
    contact: tuple[str, ...] = ()
    """Address, e-mail and telephone at the foot of a paper's first page."""
    utc_offset_minutes: int = 420
    """Vietnam has one time zone and no summer time."""
    regime: str = "plan"
    """Code of the rule by which years are cut into periods: `data/periods.toml`."""
    levels: str = ""
    """Code of the preset of levels of government in force: `data/tiers.toml`."""
    began_on: dt.date | None = None
    """Day on which the office took over from another; entries before are inherited."""
    practice: bool = False
    officer: str = ""
    """Name written into the journal."""
