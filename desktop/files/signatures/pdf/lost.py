"""Find signatures that stand in a PDF, but in no field of it any more.

An update can take the name or kind of a signed field away: the signature's picture is
still seen on the page, and nobody checks it.
"""

from collections.abc import Collection
from typing import Final

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields

REVISION_LIMIT: Final = 200
"""Updates of a file that is looked into; each signature is one."""


class TooManyRevisionsError(ValueError):
    """A file that was updated more often than any genuine one."""


def lost_fields(reader: PdfFileReader, filled: Collection[str]) -> tuple[str, ...]:
    """Return the names of fields that once were signed and are not among `filled`.

    Raises:
        TooManyRevisionsError: There is too much to look through.
    """
    count = reader.xrefs.total_revisions
    if count > REVISION_LIMIT:
        raise TooManyRevisionsError(count)
    once: dict[str, None] = {}
    for revision in range(count):
        try:
            then = reader.get_historical_resolver(revision)
            found = list(enumerate_sig_fields(then, filled_status=True))
        except (PdfError, LookupError):
            continue  # a file may begin with what is whole only after an update
        once |= dict.fromkeys(str(one[0]) for one in found)
    return tuple(name for name in once if name not in filled)
