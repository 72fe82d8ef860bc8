"""Turn what a sheet stores for a cell into the text one reads, and what kind it is."""

import datetime as dt
import re
from decimal import Decimal
from typing import Final

from desktop.files.foreign import formats
from desktop.files.foreign.formats import Form

NUMBER: Final = "number"
DAY: Final = "day"
MOMENT: Final = "moment"
FLAG: Final = "flag"

_UNCARRIED: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_WHOLE: Final = re.compile("[0-9]{1,30}")
_DAY_SECONDS: Final = 86_400
_LAST_SERIAL: Final = 2_958_466
"""First serial after 31/12/9999."""
_FALSE_DAY: Final = 60
"""29/02/1900, which the calendar lacks and spreadsheets have."""
_EPOCH: Final = dt.datetime(1899, 12, 30)  # noqa: DTZ001  a sheet knows no zone
_SINCE_1904: Final = 1_462
"""Days between the first days of both calendars."""
_DIGITS: Final = 15
"""As many as a spreadsheet keeps exactly."""

Value = tuple[str, str]
"""Text of a cell and its kind."""


def plain_text(text: str) -> str:
    """Return a text without the format's escapes and what XML cannot carry."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    if not text.isprintable():
        text = carried(text).replace("\r\n", "\n").replace("\r", "\n")
    return text


def carried(text: str) -> str:
    """Return a text without the characters XML 1.0 cannot carry: none is ever meant."""
    return _UNCARRIED.sub("", text)


def number(raw: str, form: Form, *, since_1904: bool) -> Value:
    """Return a number as what its format makes of it.

    Raises:
        ValueError: It is no number.
    """
    if form.kind == formats.NUMBER and not form.decimals and _WHOLE.fullmatch(raw):
        return raw.lstrip("0").zfill(max(form.zeros, 1)), NUMBER
    value = float(raw)
    if value - value:
        raise ValueError(raw)
    if form.kind == formats.SHARE:
        return _share(value, form.decimals), ""
    if form.kind != formats.NUMBER:
        told = _calendar(value, form.kind, since_1904=since_1904)
        if told:
            return told
    return _digits(value, form), NUMBER


def iso_day(raw: str) -> Value:
    """Return a day or moment stored as ISO 8601 tells them.

    Raises:
        ValueError: It is none.
    """
    if raw.startswith("T") or "-" not in raw:
        return dt.time.fromisoformat(raw.lstrip("T")[:8]).strftime("%H:%M"), ""
    return _moment(dt.datetime.fromisoformat(raw.removesuffix("Z")[:19]))


def flag(raw: str) -> Value:
    """Return a truth value by the word a spreadsheet shows."""
    return ("TRUE" if raw in ("1", "true") else "FALSE"), FLAG


def _digits(value: float, form: Form) -> str:
    """Return plain digits: all there are, and as many decimals as the format shows."""
    exact = Decimal(f"{value:.{_DIGITS}g}")
    own = -min(int(exact.as_tuple().exponent), 0)
    if own and exact == exact.to_integral_value():
        own = 0
    text = f"{exact:.{max(own, form.decimals)}f}"
    return text.zfill(form.zeros) if form.zeros else text


def _share(value: float, decimals: int) -> str:
    """Return a percentage as it is shown here, with all its decimals."""
    percent = Decimal(f"{value:.{_DIGITS}g}") * 100
    text = f"{percent.normalize():f}"
    own = len(text.partition(".")[2])
    return f"{percent:.{max(own, decimals)}f}%".replace(".", ",")


def _calendar(value: float, kind: str, *, since_1904: bool) -> Value | None:
    """Return a serial as day, moment or time; None when the calendar lacks it."""
    seconds = round(value * _DAY_SECONDS)
    if value < 0 or value >= _LAST_SERIAL:
        return None
    if kind == formats.SPAN:
        hours, rest = divmod(seconds, 3_600)
        return f"{hours:02d}:{rest // 60:02d}", ""
    if seconds < _DAY_SECONDS and (kind == formats.TIME or not since_1904):
        return f"{seconds // 3_600:02d}:{seconds % 3_600 // 60:02d}", ""
    if since_1904:
        seconds += _SINCE_1904 * _DAY_SECONDS
    days = seconds // _DAY_SECONDS
    if days == _FALSE_DAY:
        return "29/02/1900", ""
    early = dt.timedelta(days=1) if days < _FALSE_DAY else dt.timedelta(0)
    told = _EPOCH + dt.timedelta(seconds=seconds) + early
    return _moment(told.replace(hour=0, minute=0) if kind == formats.DAY else told)


def _moment(told: dt.datetime) -> Value:
    """Return a moment; midnight is nobody's hour, so it is the day alone."""
    day = f"{told.day:02d}/{told.month:02d}/{told.year:04d}"
    if told.hour or told.minute:
        return f"{day} {told.hour:02d}:{told.minute:02d}", MOMENT
    return day, DAY
