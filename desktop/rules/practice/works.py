"""Make the products, postings, broadcasts and data sources of a practice year."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop.records.agency import Agency
from desktop.records.identity import Code, RecordId
from desktop.records.product import Broadcast, DataSource, Posting, Product
from desktop.rules.practice.book import (
    BroadcastSeries,
    PostingSeries,
    ProductSeries,
    Range,
    SourcePattern,
)
from desktop.rules.practice.cast import pillar, themes
from desktop.rules.practice.draw import Draw

_LAST_MONTH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """Everything put before the public in one year."""

    products: tuple[Product, ...]
    broadcasts: tuple[Broadcast, ...]
    postings: tuple[Posting, ...]
    data_sources: tuple[DataSource, ...]


def published(draw: Draw, *, earlier: bool = False) -> Published:
    """Return everything the patterns make in one year."""
    works = draw.book.works
    made = [p for one in works.products for p in _products(draw, one, earlier=earlier)]
    made.sort(key=lambda one: one.first_published)
    aired = [
        b
        for one in works.broadcasts
        for b in _broadcasts(draw, one, made, earlier=earlier)
    ]
    posted = [
        p for one in works.postings for p in _postings(draw, one, made, earlier=earlier)
    ]
    return Published(
        products=tuple(made),
        broadcasts=tuple(sorted(aired, key=lambda one: one.last_day)),
        postings=tuple(sorted(posted, key=lambda one: one.last_day)),
        data_sources=tuple(
            _data_source(draw, one)
            for one in works.data_sources
            if one.earlier is earlier
        ),
    )


def _who(draw: Draw, names: Iterable[str]) -> tuple[Agency, ...]:
    """Return the agencies named, or the office itself when there is nobody."""
    return draw.cast.who(names) or draw.cast.who(("@office",))


def _products(draw: Draw, series: ProductSeries, *, earlier: bool) -> list[Product]:
    agencies = _who(draw, series.agencies)
    total = series.earlier if earlier else series.count
    return [
        _product(draw, series, agencies[number % len(agencies)], number)
        for number in range(total)
    ]


def _product(draw: Draw, series: ProductSeries, agency: Agency, number: int) -> Product:
    day = draw.day(draw.month((), number))
    topic = draw.topic(series.topics, number)
    title = series.titles[number % len(series.titles)]
    product = Product(
        id=draw.record_id(),
        title=draw.words(title, agency, topic=topic.text, month=day.month),
        type=series.type,
        first_published=day,
        agency=agency.id,
        languages=draw.languages(agency, series.languages),
        pillar=pillar(draw.cast, topic),
        themes=themes(draw.cast, topic),
        copies=_some(draw, series.copies),
        minutes=_some(draw, series.minutes),
        digital=series.digital,
    )
    carried = replace(product, tasks=draw.cast.tasks_of(product))
    return _shared(draw, carried, draw.chance(series.shared))


def _shared(draw: Draw, product: Product, whole: bool) -> Product:  # noqa: FBT001
    """Put a product into the shared store and online, or leave it half way."""
    if not whole:
        return replace(product, digitised=draw.chance(60))
    return replace(
        product,
        digitised=True,
        connected=True,
        online=True,
        online_since=product.first_published,
        online_place=_place(draw),
    )


def _place(draw: Draw) -> str:
    territory = draw.cast.plan.territory
    return draw.book.papers.shared_place.format(territory=territory)


def _some(draw: Draw, ends: Range | None) -> int | None:
    return None if ends is None else draw.between(ends)


def _broadcasts(
    draw: Draw, series: BroadcastSeries, made: list[Product], *, earlier: bool
) -> list[Broadcast]:
    months = series.earlier_months if earlier else series.months
    return [
        _broadcast(draw, series, agency, (month, place + month), made)
        for month in months
        for place, agency in enumerate(_who(draw, series.agencies))
    ]


def _broadcast(
    draw: Draw,
    series: BroadcastSeries,
    agency: Agency,
    turn: tuple[int, int],
    made: list[Product],
) -> Broadcast:
    month, number = turn
    first, last = draw.month_span(month)
    topic = draw.topic(series.topics, number)
    title = draw.rng.choice(series.titles)
    language = draw.languages(agency, (series.language,))[0]
    aired = Broadcast(
        id=draw.record_id(),
        title=draw.words(title, agency, topic=topic.text, month=month),
        agency=agency.id,
        channel=series.channel,
        first_day=first,
        last_day=last,
        language=language,
        pillar=pillar(draw.cast, topic),
        themes=themes(draw.cast, topic),
        minutes=draw.between(series.minutes),
        times=draw.between(series.times),
    )
    fitting = [one for one in made if language in one.languages]
    product = _made_by(aired, series.types, fitting)
    return replace(aired, product=product, tasks=draw.cast.tasks_of(aired))


def _made_by(
    shown: Broadcast | Posting, types: tuple[Code, ...], made: list[Product]
) -> RecordId | None:
    """Return the agency's newest product that was out when the span began."""
    fitting = [
        one.id
        for one in made
        if one.agency == shown.agency
        and one.type in types
        and one.first_published <= shown.first_day
    ]
    return fitting[-1] if fitting else None


def _postings(
    draw: Draw, series: PostingSeries, made: list[Product], *, earlier: bool
) -> list[Posting]:
    months = series.earlier_months if earlier else series.months
    return [
        _posting(draw, series, agency, (month, place + month), made)
        for month in months
        for place, agency in enumerate(_who(draw, series.agencies))
    ]


def _posting(
    draw: Draw,
    series: PostingSeries,
    agency: Agency,
    turn: tuple[int, int],
    made: list[Product],
) -> Posting:
    month, number = turn
    first, last = draw.month_span(month)
    topic = draw.topic(series.topics, number)
    title = draw.rng.choice(series.titles)
    items = draw.between(series.items)
    posted = Posting(
        id=draw.record_id(),
        title=draw.words(title, agency, topic=topic.text, month=month),
        agency=agency.id,
        channel=series.channel,
        first_day=first,
        last_day=last,
        languages=draw.languages(agency, series.languages),
        pillar=pillar(draw.cast, topic),
        themes=themes(draw.cast, topic),
        items=items,
        views=_of_each(draw, series.views, items),
        interactions=_of_each(draw, series.interactions, items),
        followers=_grown(series.followers, month),
    )
    product = _made_by(posted, series.types, made)
    return replace(posted, product=product, tasks=draw.cast.tasks_of(posted))


def _of_each(draw: Draw, ends: Range | None, items: int) -> int | None:
    """Return so many of each item, all together."""
    return None if ends is None else items * draw.between(ends)


def _grown(ends: Range | None, month: int) -> int | None:
    """Return where a steady growth over the year stands after a month."""
    if ends is None:
        return None
    return ends[0] + (ends[1] - ends[0]) * month // _LAST_MONTH


def _data_source(draw: Draw, pattern: SourcePattern) -> DataSource:
    day = draw.day(draw.month((pattern.month,), 0))
    return DataSource(
        id=draw.record_id(),
        name=pattern.name,
        agency=_who(draw, pattern.agencies)[0].id,
        recorded_on=day,
        digitised=pattern.digitised,
        connected=pattern.connected,
        online=pattern.online,
        online_since=day if pattern.online else None,
        online_place=_place(draw) if pattern.online else "",
    )
