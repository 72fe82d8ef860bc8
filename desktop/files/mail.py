"""Write a mail as a draft file: the user's own mail program opens and sends it."""

from collections.abc import Mapping
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Final

from desktop.files import whole_file

_TYPES: Final = {
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".zip": "application/zip",
    ".p7s": "application/pkcs7-signature",
}
"""Types of what we send, for the machine's own list differs from one to the next."""


_END: Final = "\r\n"


def compose(
    path: Path,
    *,
    subject: str,
    body: str,
    attachments: Mapping[str, Path | bytes],
    to: str = "",
) -> None:
    """Write a draft with its attachments by their names, whole or not at all.

    Sender and date are left out: the mail program fills them in when it is sent.

    Raises:
        FileError: An attachment cannot be read, or the draft cannot be written.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    if to:
        message["To"] = to
    message.set_content(body, charset="utf-8", cte="base64")
    for name, attachment in attachments.items():
        _attach(message, name, attachment)
    whole_file.write(path, _subject_line(subject) + message.as_bytes())


def _subject_line(subject: str) -> bytes:
    """Return the whole line of the subject, folded.

    `EmailMessage` loses blanks where it folds a line of mixed words
    (python/cpython#144156); the older class does not.
    """
    line = Header(" ".join(subject.split()), "utf-8", header_name="Subject")
    return f"Subject: {line.encode(linesep=_END)}{_END}".encode()


def _attach(message: EmailMessage, name: str, attachment: Path | bytes) -> None:
    content = (
        attachment
        if isinstance(attachment, bytes)
        else whole_file.read_whole(attachment)
    )
    kind = _TYPES.get(Path(name).suffix.lower(), "application/octet-stream")
    main, _, sub = kind.partition("/")
    message.add_attachment(content, maintype=main, subtype=sub, filename=name)
