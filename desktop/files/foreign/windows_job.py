"""Put a process into a Windows job: a limit of memory, and an end together with us.

JOBOBJECT_EXTENDED_LIMIT_INFORMATION of winnt.h. Not yet tried on Windows.
"""

import ctypes
import subprocess
from typing import Any, ClassVar, Final

_EXTENDED_LIMITS: Final = 9
_PROCESS_MEMORY: Final = 0x0100
_DIE_ON_EXCEPTION: Final = 0x0400
_KILL_ON_CLOSE: Final = 0x2000

_DWORD: Final = ctypes.c_uint32
_Fields = list[tuple[str, Any]]


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_: ClassVar[_Fields] = [
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", _DWORD),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", _DWORD),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", _DWORD),
        ("SchedulingClass", _DWORD),
    ]


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_: ClassVar[_Fields] = [
        ("Basic", BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    ]


def limits_of(memory: int) -> ExtendedLimits:
    """Return the limits of a job whose process may take so many bytes."""
    made = ExtendedLimits()
    made.Basic.LimitFlags = _PROCESS_MEMORY | _DIE_ON_EXCEPTION | _KILL_ON_CLOSE
    made.ProcessMemoryLimit = memory
    return made


class Job:
    """A job that holds one process; closing it ends the process."""

    def __init__(self, process: subprocess.Popen[bytes], memory: int) -> None:
        """Make the job and put the process into it; without a job, go on without."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]  # Windows only
        self._kernel = kernel
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        self._handle = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
        limits = limits_of(memory)
        kernel.SetInformationJobObject(
            self._handle, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        process_handle = ctypes.c_void_p(int(process._handle))  # type: ignore[attr-defined]  # noqa: SLF001  Windows only, no public way
        kernel.AssignProcessToJobObject(self._handle, process_handle)

    def __del__(self) -> None:
        self._kernel.CloseHandle(self._handle)
