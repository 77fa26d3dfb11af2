"""The photo of a person."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from clubdesk.i18n import N_
from clubdesk.model.persons import Photo
from clubdesk.services.members.rows import told_of
from clubdesk.services.pictures import kept_picture
from clubdesk.services.workspace import change


def photo_of(session: Session, person_id: int) -> bytes | None:
    """The photo as a JPEG; None when there is none."""
    return session.scalars(select(Photo.picture).where(Photo.person_id == person_id)).first()


@change(N_("Photo of {name}"))
def set_photo(session: Session, person_id: int, *, picture: bytes | None) -> None:
    """Keep the picture of a PNG or JPEG file, scaled; None takes the photo away. Raises Problem."""
    told_of(session, person_id)
    row = session.scalars(select(Photo).where(Photo.person_id == person_id)).first()
    if picture is None:
        if row is not None:
            session.delete(row)
    elif row is not None:
        row.picture = kept_picture(picture)
    else:
        session.add(Photo(person_id=person_id, picture=kept_picture(picture)))
