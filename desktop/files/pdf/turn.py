"""Let one thread at a time call the library that draws and reads PDFs."""

import threading

PDFIUM = threading.Lock()
"""The library is not safe for several threads, whatever documents they work on."""
