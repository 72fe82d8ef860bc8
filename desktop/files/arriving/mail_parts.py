"""Take the attachments out of a saved mail into memory."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Final

from desktop.files.arriving.kept import LIMIT
from desktop.files.arriving.unpacking import Inner
from desktop.rules.vietnamese import harmless_line

PART_LIMIT: Final = 500
_NO_NAME: Final = "#{}"
"""What an attachment without a name is shown as."""


def files_in(data: bytes) -> Iterator[Inner]:
    """Yield each attachment of a mail, and of mails attached to it.

    What the sender wrote in the mail itself is no file. A mail that cannot be read
    yields one `damaged_mail`, one without attachments one `mail_without_files`.
    """
    try:
        found = list(_attached(data))
    except (
        RecursionError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
    ) as error:
        # what the parser was seen to raise on broken and hostile mails
        yield Inner("", reason=("damaged_mail", type(error).__name__))
        return
    yield from found or [Inner("", reason=("mail_without_files",))]


def _attached(data: bytes) -> Iterator[Inner]:
    mail = message_from_bytes(data, policy=policy.default)
    number = 0
    for part in mail.walk():
        if part.is_multipart() or not _is_file(part):
            continue
        number += 1
        if number > PART_LIMIT:
            yield Inner("", reason=("many_files", str(number), str(PART_LIMIT)))
            return
        yield _one(part, number)


def _is_file(part: EmailMessage) -> bool:
    named = part.get_filename() is not None
    return named or part.get_content_maintype() not in {"text", "message"}


def _one(part: EmailMessage, number: int) -> Inner:
    name = harmless_line(part.get_filename() or _NO_NAME.format(number))[-200:]
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content:
        return Inner(name, reason=("empty",))
    if len(content) > LIMIT:
        return Inner(name, reason=("too_large", str(LIMIT)))
    return Inner(name, content)
