"""What a club file says of itself in its first bytes; known without any library."""

APPLICATION_ID = 0x436C7562  # "Club"

#: The newest format: the number of the last migration. Written into the file as `user_version`.
FORMAT = 13
