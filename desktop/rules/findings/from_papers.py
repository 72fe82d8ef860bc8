"""What the paper itself lacks: names, places, a certificate that still holds."""

import datetime as dt
from collections.abc import Iterator

from desktop.records.finding import Check, Finding, Where
from desktop.records.preferences import Preferences
from desktop.rules.dates import format_date

SOON = dt.timedelta(days=30)
"""Before its end a certificate is asked for anew: days a new one may take."""


def from_settings(own: Preferences) -> Iterator[Finding]:
    """Yield the parts of the paper that are blank (Decree 30/2020, cells 2 to 9).

    None blocks: a leader may sign above a name stamped by hand.
    """
    superior, agency = own.issuer_lines
    blank = (
        ("signer", not own.signer_name.strip()),
        ("authority", not any(line.strip() for line in own.authority)),
        ("place", not own.place.strip()),
        ("symbol", not own.symbol.strip()),
        ("recipients", not any(line.strip() for line in own.recipients)),
        ("agency", not agency.strip()),
        ("filing", not own.filing_line.strip()),
    )
    for field, is_blank in blank:
        if is_blank:
            yield Finding(
                key=f"{Check.PAPER_BLANK}:{field}",
                code=Check.PAPER_BLANK,
                detail=field,
                subject=superior or agency,
                where=Where(place="settings", table="preferences", field=field),
            )


def certificate(name: str, ends: dt.datetime, now: dt.datetime) -> Iterator[Finding]:
    """Yield a doubt about the certificate last signed with, once its end is near."""
    if ends - now >= SOON:
        return
    yield Finding(
        key=f"{Check.CERTIFICATE_ENDS}:{name}",
        code=Check.CERTIFICATE_ENDS,
        detail="ended" if ends <= now else "ends",
        subject=name,
        facts=(format_date(ends.astimezone(now.tzinfo).date()),),
        where=Where(place="settings", table="trust", field="trust"),
    )
