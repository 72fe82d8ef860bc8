"""Moments as the clocks of this machine show them."""

import datetime as dt
from contextlib import suppress


def on_this_clock(moment: dt.datetime) -> dt.datetime:
    """Return a moment in this machine's zone, whatever year it is in.

    Windows knows the zone's hour only from 1970 to the year 3000, and a certificate
    without an end says 9999 (RFC 5280, 4.1.2.5). Outside, the hour of today stands;
    and at the ends of the calendar, the moment as it was told.
    """
    with suppress(OSError, OverflowError, ValueError):
        return moment.astimezone()
    with suppress(OverflowError):
        return moment.astimezone(dt.datetime.now(dt.UTC).astimezone().tzinfo)
    return moment
