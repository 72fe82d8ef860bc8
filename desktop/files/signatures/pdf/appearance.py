"""What is seen of a signature, as Decree 30/2020 asks; Annex I, cells 7b, 8 and 14."""

from dataclasses import dataclass

from desktop.files.signatures.pdf.pictures import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """What a signature shows in its field, and tells those who cannot see it."""

    lines: tuple[str, ...] = ()
    """Who signed and when. Where there is a picture they are not seen, because the
    Decree wants none beside it, but they are still found and read aloud."""
    picture: Picture | None = None
    """Cell 7b, the person's signature in blue; cell 8, the seal in red."""
    mark: str = ""
    """Stands over everything else: that the key is only for trying out."""
    corner: bool = False
    """Cell 14: lines of 10 points from the upper left, and never a picture."""
