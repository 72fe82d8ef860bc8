"""Find the change that was the newest at some moment, though clocks were wrong.

Changes are ordered by their numbers. A dead battery gives stamps of 2009 or 2099
between honest ones: those that fit no order of time are not believed.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence


def newest_at(stamps: Sequence[dt.datetime], moment: dt.datetime) -> int:
    """Return how many of the changes had been made at a moment.

    Args:
        stamps: When each change was made, by its machine's clock, oldest change first.
        moment: The last moment that counts.

    A change whose stamp is not believed stands with the believed one before it.
    """
    believed = in_order(stamps)
    at = bisect_right([stamps[one] for one in believed], moment)
    if at == len(believed):
        return len(stamps)
    return believed[at] if at else 0


def in_order(stamps: Sequence[dt.datetime]) -> list[int]:
    """Return the places of the longest run of stamps that never go back.

    Of runs of one length, the one that ends earliest: a clock far ahead is believed
    less than one that went on.
    """
    tails: list[dt.datetime] = []
    places: list[int] = []
    before: list[int] = []
    for place, stamp in enumerate(stamps):
        at = bisect_right(tails, stamp)
        before.append(places[at - 1] if at else -1)
        if at == len(tails):
            tails.append(stamp)
            places.append(place)
        else:
            tails[at], places[at] = stamp, place
    return _followed(before, places[-1]) if places else []


def _followed(before: Sequence[int], last: int) -> list[int]:
    found = []
    while last >= 0:
        found.append(last)
        last = before[last]
    return found[::-1]
