"""What reading a scanned page costs, against zxing-cpp alone on the same picture.

Run: python -m benchmarks.scanning [pages]. Letters are printed by the product and scanned badly: tilted,
blurred, noisy, a box ticked with a pen. Reading is finding the code and the box; making the picture that is
kept is told apart.
"""

import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

import pypdfium2
import zxingcpp
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from benchmarks.letters import CLUB, letters
from clubdesk.documents.layouts import LAYOUTS
from clubdesk.documents.letters import print_letters
from clubdesk.documents.reading.boxes import read_ink
from clubdesk.documents.reading.codes import find_codes
from clubdesk.documents.reading.evidence import kept
from clubdesk.documents.reading.ticks import ticked_box
from clubdesk.documents.slip import FULL, box_places

MM = 25.4
PLACES = box_places(LAYOUTS["din-b"], FULL, 4)


def scans(count: int, *, dpi: int) -> list[Image.Image]:
    """Pages as a scanner gives them; the first box is ticked on the first, the second on the second ..."""
    file: Any = pypdfium2.PdfDocument(print_letters(letters(count), CLUB).data)
    sheet, made = LAYOUTS["din-b"], []
    for number, page in enumerate(file):
        seen = page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
        left = (sheet.right - PLACES.code + PLACES.x) * dpi / MM
        top = (sheet.cut + FULL.code + PLACES.y + number % 4 * PLACES.pitch) * dpi / MM
        side, pen = PLACES.size * dpi / MM, ImageDraw.Draw(seen)
        pen.line((left, top, left + side, top + side), fill=70, width=3)
        pen.line((left + side, top, left, top + side), fill=70, width=3)
        seen = seen.rotate(number % 9 - 4, Image.Resampling.BICUBIC, expand=True, fillcolor=245)
        seen = seen.filter(ImageFilter.GaussianBlur(0.8))
        made.append(ImageChops.add(seen, Image.effect_noise(seen.size, 10), 1, -128))
    return made


def alone(page: Image.Image) -> None:
    zxingcpp.read_barcodes(page, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))


def ours(page: Image.Image) -> int | None:
    """The box that was ticked."""
    code = next(code for code in find_codes(page) if code.is_reply)
    return ticked_box(read_ink(page, code, PLACES))


def seconds(way: Callable[[Image.Image], object], pages: Sequence[Image.Image]) -> float:
    """Of the processor, for each page."""
    way(pages[0])
    start = time.process_time()
    for page in pages:
        way(page)
    return (time.process_time() - start) / len(pages)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    for dpi in (150, 200, 300):
        pages = scans(count, dpi=dpi)
        right = sum(ours(page) == number % 4 for number, page in enumerate(pages))
        reference, own, keeping = (seconds(way, pages) for way in (alone, ours, kept))
        times = f"zxing-cpp alone {reference * 1000:5.1f} ms   code and box {own * 1000:5.1f} ms"
        print(f"{dpi} dpi   {times}   {own / reference:.1f} times", end="")
        print(f"   kept picture {keeping * 1000:5.1f} ms   {right}/{count} right")


if __name__ == "__main__":
    main()
