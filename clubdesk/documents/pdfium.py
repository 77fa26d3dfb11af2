"""Only one thread at a time may be in PDFium: previews, scans and logos wait for each other."""

from threading import RLock

pdfium_free = RLock()
