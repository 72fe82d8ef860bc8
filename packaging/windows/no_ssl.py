"""Stand in for `ssl` in the editions for Windows, which carry no TLS.

The program opens no connection. Libraries of its libraries could, and import `ssl`
when they are imported themselves: those that ask for it with care find none, the others
find a module that has nothing to connect with.
"""


class SSLError(OSError):
    """Never raised; named by those who would catch it."""


class SSLWantReadError(SSLError):
    """Never raised."""


class SSLSyscallError(SSLError):
    """Never raised."""


def __getattr__(name: str) -> object:
    """Refuse everything that could lead to a connection.

    Raises:
        ImportError: Always, except for what Python itself asks of modules.
    """
    if name.startswith("__"):
        raise AttributeError(name)
    raise ImportError("This edition opens no connection and has no ssl." + name)
