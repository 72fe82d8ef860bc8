"""Sổ Truyền Thông: the communication book of a culture-information office."""

__version__ = "0.1.0"
