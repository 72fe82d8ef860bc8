"""Write what must be known of a collecting form as JSON, and read it back."""

from pathlib import Path

import msgspec

from desktop.errors import PackageUnreadableError
from desktop.records.form import FormContent


def content_to_json(content: FormContent) -> str:
    """Return the canonical JSON of a form's content; equal content, equal text."""
    return msgspec.json.encode(content, order="sorted").decode()


def content_from_json(text: str | bytes, name: Path = Path()) -> FormContent:
    """Return the content of a form; a later program's additions are passed over.

    Raises:
        PackageUnreadableError: It is no content of a form; names the file it stood in.
    """
    try:
        return msgspec.json.decode(text, type=FormContent)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise PackageUnreadableError(name, "content", str(error)) from error
