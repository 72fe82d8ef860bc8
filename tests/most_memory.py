"""How much memory this process has had at most, on every system."""

import ctypes
import sys


class _Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS of Windows."""

    _fields_ = (
        ("cb", ctypes.c_uint32),
        ("PageFaultCount", ctypes.c_uint32),
        ("PeakWorkingSetSize", ctypes.c_size_t),
        ("others", ctypes.c_size_t * 7),
    )


def most_memory() -> int:
    """Return the largest size this process has had in memory so far, in kilobytes."""
    if sys.platform == "win32":
        found = _Counters(cb=ctypes.sizeof(_Counters))
        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        asked = kernel.K32GetProcessMemoryInfo
        asked.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint32)
        assert asked(kernel.GetCurrentProcess(), ctypes.byref(found), found.cb)
        return found.PeakWorkingSetSize // 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
