"""Let square metres have decimals, and let what is put up be counted by pieces.

A banner of 0,8 × 6 m is 4,8 m². Whole square metres entered before are kept: they are
copied, and the column they were in stays for what the history holds of it.
"""

SQL = """
alter table activities add column surface text;
update activities set surface = cast(area as text) where area is not null;

alter table products add column pieces integer check (pieces >= 0);
alter table products add column surface text;
"""
