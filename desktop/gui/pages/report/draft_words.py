"""Hold the words of a draft: those made from the records, and those written over."""

from collections.abc import Mapping

from desktop.rules.reports.draft_text import (
    Generated,
    SectionText,
    StaleNumber,
    kept,
    read_kept,
    renewed,
    stale,
)

NOTHING = Generated()


class DraftWords:
    """The words of every section of one draft."""

    def __init__(self) -> None:
        """Begin without any."""
        self._written: dict[str, SectionText] = {}
        self._made: dict[str, Generated] = {}
        self._loose: dict[str, str] = {}
        """Words kept by an earlier program, that stood before what was made."""
        self.known = False
        """Whether what is made from the records has been read."""

    def clear(self) -> None:
        """Forget everything, for another draft."""
        self._written.clear()
        self._made.clear()
        self._loose.clear()
        self.known = False

    def show_made(self, made: Mapping[str, Generated]) -> None:
        """Take what is made from the records now."""
        self._made = dict(made)
        self.known = True
        for place, text in self._loose.items():
            now = self._made.get(place, NOTHING)
            whole = "\n".join(part for part in (text, now.text) if part)
            self._written[place] = SectionText(text=whole, generated=now)
        self._loose.clear()

    def write(self, place: str, text: str) -> None:
        """Take what somebody typed; words as they are made now are nobody's.

        Nothing written means that what is made is printed.
        """
        before = self._written.get(place)
        made = self._made.get(place, NOTHING) if before is None else before.generated
        now = SectionText(text=text, generated=made)
        self._loose.pop(place, None)
        if text.strip() and text.strip() != self.made(place).strip():
            self._written[place] = now
        else:
            self._written.pop(place, None)

    def restore(self, place: str) -> None:
        """Go back to what is made from the records."""
        self._written.pop(place, None)
        self._loose.pop(place, None)

    def renew(self, place: str) -> None:
        """Put the numbers of now into what somebody wrote, his own ones too."""
        written = self._written.get(place)
        if written is not None:
            now = self._made.get(place, NOTHING)
            self._written[place] = renewed(written, now, own=True)

    def made(self, place: str) -> str:
        """Return what is made from the records for a section."""
        return self._made.get(place, NOTHING).text

    def generated(self, place: str) -> Generated:
        """Return what was made when the words of a section were written."""
        if place in self._loose:
            return NOTHING
        written = self._written.get(place)
        made = self._made.get(place, NOTHING)
        return made if written is None else written.generated

    def words(self, place: str) -> str:
        """Return what the report says in a section."""
        if place in self._loose:
            return self._loose[place]
        written = self._written.get(place)
        return self.made(place) if written is None else written.text

    def edited(self, place: str) -> bool:
        """Tell whether somebody wrote over what was made."""
        return place in self._written or place in self._loose

    def stale(self, place: str) -> tuple[StaleNumber, ...]:
        """Return the numbers of a section that no longer agree with the records."""
        written = self._written.get(place)
        if written is None or not self.known:
            return ()
        return stale(written, self._made.get(place, NOTHING))

    @property
    def texts(self) -> dict[str, str]:
        """Return the words an officer wrote, by section."""
        written = {place: one.text for place, one in self._written.items()}
        return written | self._loose

    @property
    def written(self) -> dict[str, SectionText]:
        """Return what an officer wrote with what was made then, by section."""
        loose = {place: SectionText(text=text) for place, text in self._loose.items()}
        return self._written | loose

    def kept(self) -> dict[str, object]:
        """Return everything written as plain values."""
        return {
            **{place: kept(one) for place, one in self._written.items()},
            **self._loose,
        }

    def read(self, values: object) -> None:
        """Take back what was kept."""
        self.clear()
        if not isinstance(values, dict):
            return
        for place, value in values.items():
            if isinstance(value, str):
                if value.strip():
                    self._loose[place] = value
            elif (found := read_kept(value)) is not None:
                self._written[place] = found
