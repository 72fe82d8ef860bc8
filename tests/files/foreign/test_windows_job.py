"""The limits of a Windows job lie where Windows looks for them."""

import ctypes

from desktop.files.foreign.windows_job import BasicLimits, ExtendedLimits, limits_of


def test_the_structures_have_the_sizes_of_the_system() -> None:
    """As in winnt.h for 64 bits."""
    assert ctypes.sizeof(BasicLimits) == 64
    assert ctypes.sizeof(ExtendedLimits) == 144
    assert ExtendedLimits.ProcessMemoryLimit.offset == 112


def test_the_limits_say_memory_and_an_end_together_with_us() -> None:
    made = limits_of(512_000_000)
    assert made.ProcessMemoryLimit == 512_000_000
    assert made.Basic.LimitFlags == 0x2500
