"""Whether a process has ended, on every system."""

import ctypes
import os
import sys

_SYNCHRONIZE = 0x0010_0000
_STILL_RUNS = 0x102
"""WAIT_TIMEOUT of Windows."""


def ended(pid: int) -> bool:
    """Tell whether no process of this number runs any more."""
    if sys.platform == "win32":  # where the signal 0 is the keys Ctrl and C
        kernel = ctypes.WinDLL("kernel32")
        kernel.OpenProcess.restype = ctypes.c_void_p
        handle = ctypes.c_void_p(kernel.OpenProcess(_SYNCHRONIZE, 0, pid))
        if not handle:
            return True
        runs = kernel.WaitForSingleObject(handle, 0) == _STILL_RUNS
        kernel.CloseHandle(handle)
        return not runs
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False
