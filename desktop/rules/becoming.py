"""What our office becomes: who ends, who takes over, and what forbids it.

One office ends on the eve of a day and another goes on with its open plans, its duties
and its figures, which from then on are inherited (domain, 5).
"""

import datetime as dt
from dataclasses import dataclass, field, replace

from desktop.errors import Problem
from desktop.records.agency import Agency, Succession, SuccessionKind
from desktop.records.identity import AgencyId
from desktop.records.plan import Plan, PlanState
from desktop.rules.agency_book import AgencyBook
from desktop.rules.agency_checks import check_agency, check_succession
from desktop.rules.dates import format_date
from desktop.rules.office_names import Papers
from desktop.rules.succession import eve


@dataclass(frozen=True, slots=True, kw_only=True)
class Becoming:
    """What an office becomes; agencies without an id are new."""

    before: AgencyId
    """The office that ends."""
    recipient_before: AgencyId | None
    """Where its reports went."""
    day: dt.date
    """First day of the new office."""
    office: Agency
    superior: Agency | None
    recipient: Agency
    recipient_follows: bool = True
    """Whether the new recipient took over from the old one."""
    merged: tuple[AgencyId, ...] = ()
    """Units that merged into the new territory."""
    ended: tuple[AgencyId, ...] = ()
    """Agencies that are no more, and of which nobody here took over."""
    papers: Papers = field(default_factory=Papers)

    @property
    def head(self) -> Agency:
        """Return who stands for the territory: the superior, else the office."""
        return self.superior or self.office

    @property
    def heirs(self) -> dict[AgencyId, AgencyId]:
        """Return who takes over from whom."""
        found = dict.fromkeys(self.merged, self.head.id)
        found[self.before] = self.office.id
        old = self.recipient_before
        if old is not None and self.recipient_follows and old != self.recipient.id:
            found[old] = self.recipient.id
        return found

    @property
    def carriers(self) -> dict[AgencyId, AgencyId]:
        """Return who carries on the plans of whom: those of the territory, its head."""
        gone = (self.before, *self.merged, *self.ended)
        return self.heirs | dict.fromkeys(gone, self.head.id)

    def happened(self) -> tuple[Succession, ...]:
        """Return what becomes of agencies, the office itself first; ids are blank."""
        found: dict[AgencyId, list[AgencyId]] = {}
        for old, heir in self.heirs.items():
            found.setdefault(heir, []).append(old)
        made = [self._taken_over(olds, heir) for heir, olds in found.items()]
        if self.ended:
            made.append(self._succession(SuccessionKind.DISSOLVED, self.ended))
        return tuple(made)

    def _taken_over(self, olds: list[AgencyId], heir: AgencyId) -> Succession:
        goes_on = self._goes_on(heir)
        merging = (*olds, heir) if goes_on else tuple(olds)
        kind = SuccessionKind.MERGED if len(merging) > 1 else SuccessionKind.REPLACED
        return self._succession(kind, merging, (heir,))

    def _goes_on(self, heir: AgencyId) -> bool:
        """Tell whether an heir was there before."""
        began = {one.id: one.valid_from for one in self.agencies}.get(heir)
        return began != self.day

    @property
    def agencies(self) -> tuple[Agency, ...]:
        """Return the superior, the office and the recipient of from then on."""
        return tuple(one for one in (self.superior, self.office, self.recipient) if one)

    def _succession(
        self,
        kind: SuccessionKind,
        before: tuple[AgencyId, ...],
        after: tuple[AgencyId, ...] = (),
    ) -> Succession:
        return Succession(
            id="", kind=kind, day=self.day, predecessors=before, successors=after
        )


def carried(plans: tuple[Plan, ...], becoming: Becoming) -> tuple[Plan, ...]:
    """Return the open plans that are carried on, as they then stand."""
    carriers = becoming.carriers
    return tuple(
        replace(
            one,
            carried_by=carriers[one.carried_by or one.issuer],
            carried_from=becoming.day,
        )
        for one in plans
        if (one.carried_by or one.issuer) in carriers
        and one.state is not PlanState.CLOSED
        and one.last_day >= becoming.day
    )


def problems(becoming: Becoming, book: AgencyBook, plan: Plan) -> tuple[Problem, ...]:
    """Return everything wrong or doubtful; fields are those of `Becoming`."""
    return (
        *_day(becoming, plan),
        *_fates(becoming),
        *_successions(becoming, book),
        *_agencies(becoming, book),
        *_papers(becoming.papers),
    )


def ended_book(becoming: Becoming, book: AgencyBook) -> AgencyBook:
    """Return the book with every agency that ends given its last day."""
    going = {*becoming.heirs, *becoming.ended} - {one.id for one in becoming.agencies}
    last = eve(becoming.day)
    return replace(
        book,
        agencies=tuple(
            replace(one, valid_to=last) if one.id in going else one
            for one in book.agencies
        ),
    )


def _day(becoming: Becoming, plan: Plan) -> tuple[Problem, ...]:
    if becoming.day > plan.first_day:
        return ()
    return (Problem("day", "not_after", (format_date(plan.first_day),)),)


def _fates(becoming: Becoming) -> tuple[Problem, ...]:
    """Return units given two fates, and some that cannot end."""
    found = []
    if set(becoming.merged) & set(becoming.ended):
        found.append(Problem("ended", "two_fates"))
    if becoming.before in {*becoming.merged, *becoming.ended}:
        found.append(Problem("ended", "own_office_ends"))
    if becoming.recipient.id in {*becoming.merged, *becoming.ended, becoming.before}:
        found.append(Problem("recipient", "recipient_ends", (becoming.recipient.name,)))
    if becoming.office.id == becoming.before:
        found.append(Problem("office", "same_office"))
    above = becoming.superior
    if above is not None and above.id in {*becoming.ended, becoming.before}:
        found.append(Problem("superior", "superior_ends", (above.name,)))
    return tuple(found)


def _successions(becoming: Becoming, book: AgencyBook) -> tuple[Problem, ...]:
    return tuple(
        dict.fromkeys(
            problem
            for one in becoming.happened()
            for problem in check_succession(one, book)
            if problem.code != "no_decision"
        )
    )


def _agencies(becoming: Becoming, book: AgencyBook) -> tuple[Problem, ...]:
    """Return what is wrong with the new agencies, by what they are to the office."""
    after, found = ended_book(becoming, book), list[Problem]()
    known = book.by_id
    for name in ("superior", "office", "recipient"):
        one: Agency | None = getattr(becoming, name)
        if one is None or one.id in known:
            continue
        for problem in check_agency(one, after):
            found.append(replace(problem, field=name))
        after = replace(after, agencies=(*after.agencies, one))
    return tuple(found)


def _papers(papers: Papers) -> tuple[Problem, ...]:
    """Return the lines no report goes out without."""
    lines = {
        "issuer": papers.issuer_lines[1],
        "symbol": papers.symbol,
        "place": papers.place,
    }
    return tuple(
        Problem(name, "missing") for name, text in lines.items() if not text.strip()
    )
