"""Put together what is seen of a signature: words, or the picture of this machine."""

from typing import TYPE_CHECKING

from desktop.records.signing import SignerRole

if TYPE_CHECKING:
    from desktop.files.signatures.pdf.appearance import Appearance


def signature_seen(
    role: SignerRole, lines: tuple[str, ...], mark: str = ""
) -> "Appearance":
    """Return what a signature shows for the person or the agency.

    Args:
        role: Whose signature or seal it is.
        lines: Who signs and when, in words; seen where no picture is kept.
        mark: What stands over a signature made for trying out; blank otherwise.

    Raises:
        FileError: The picture kept on this machine cannot be used any longer.
    """
    from desktop.files.signatures.pdf.appearance import Appearance
    from desktop.files.signatures.pdf.pictures import kept_picture

    return Appearance(lines=lines, picture=kept_picture(role), mark=mark)
