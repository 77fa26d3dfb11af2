"""Pictures that come from anybody's file: read with care, kept small."""

from io import BytesIO

from clubdesk.errors import Problem
from clubdesk.i18n import _

LARGEST = 25_000_000  # pixels of a picture that is still unpacked; a file of 300 kB can claim far more
KEPT = 480  # pixels of the longer side


def kept_picture(data: bytes) -> bytes:
    """The picture in a PNG or JPEG file, upright and scaled, as a JPEG without anything else in it.

    Nothing of the file itself is kept: no place where it was taken, no hidden part. Raises Problem.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError  # only when there is a picture

    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > LARGEST:
                raise Problem(
                    _("The picture has more than 25 million pixels."), _("Save it smaller and try again.")
                )
            image.draft("RGB", (KEPT, KEPT))
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((KEPT, KEPT))
            clear = upright.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Problem(_("This is not a readable PNG or JPEG picture."), _("Choose another file.")) from error
    ground = Image.new("RGBA", clear.size, "white")
    ground.alpha_composite(clear)
    out = BytesIO()
    ground.convert("RGB").save(out, "JPEG", quality=85, optimize=True)
    return out.getvalue()
