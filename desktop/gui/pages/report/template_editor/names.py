"""What can be filled into the texts of a template, by what it is called."""

import re
from collections.abc import Iterable, Mapping

from desktop.gui.pages.report.template_editor.name_picker import Name
from desktop.records.figure import Figure
from desktop.records.identity import Code
from desktop.rules.reports import names as template_names
from desktop.wording.template_words import name_words

_FIGURE = "figure:"
_BRACED = re.compile(r"\{([^{}\n]*)\}")


class NameBook:
    """Tell what a name in braces is called, and which may stand in which text."""

    def __init__(self, figures: Mapping[Code, Figure]) -> None:
        """Know the figures of the program."""
        self._figures = figures

    def call(self, name: str) -> str:
        """Return what a name is called; blank where nobody knows it."""
        if name.startswith(_FIGURE):
            figure = self._figures.get(Code(name.removeprefix(_FIGURE)))
            return f"{figure.label} ({figure.unit})" if figure else ""
        words = name_words(name)
        return "" if words == name else words

    def read(self, text: str) -> str:
        """Return a text with the names in braces as words, to be read."""
        return _BRACED.sub(lambda found: f"‹{self.call(found[1]) or found[1]}›", text)

    def standing(self, *, letter: bool) -> tuple[Name, ...]:
        """Return what the subject, opening and closing may name."""
        allowed = template_names.LETTER if letter else template_names.STANDING
        return self._named(sorted(allowed, key=self.call))

    def sentences(self) -> tuple[Name, ...]:
        """Return what a sentence may name: figures first, then everything else."""
        rest = sorted(template_names.SENTENCE, key=self.call)
        return (*self._all_figures(), *self._named(rest))

    def letter(self) -> tuple[Name, ...]:
        """Return what the paragraphs of a letter may name."""
        return (*self.standing(letter=True), *self._all_figures())

    def _all_figures(self) -> tuple[Name, ...]:
        return self._named(f"{_FIGURE}{code}" for code in self._figures)

    def _named(self, names: Iterable[str]) -> tuple[Name, ...]:
        return tuple(Name(one, self.call(one)) for one in names)
