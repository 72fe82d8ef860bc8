"""Catalogues: lists of values an office may edit, retire, and never delete."""

from dataclasses import dataclass

from desktop.records.identity import Code


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueItem:
    """One value of one catalogue: a theme, an audience, a channel, a language."""

    catalogue: str
    """Name of the list it belongs to.

    One of `theme`, `pillar`, `audience`, `channel`, `language`, `product_type`,
    `funding_source`, `staff_group`, `agency_kind`, `tally_subject`, or a list of
    forms such as `press_form`, `training_mode`, `contest_form`, `lesson_form`.
    A plan's own words for a value are a `PlanValue`.
    """
    code: Code
    name: str
    group: str = ""
    """What the code counts under: `ethnic` of a language, `digital` of a channel."""
    parent: Code | None = None
    aliases: tuple[str, ...] = ()
    position: int = 0
    retired: bool = False
