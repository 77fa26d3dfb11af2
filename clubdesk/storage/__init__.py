"""Keep it: the database, its change log, its derived roster and search index, backups and upgrades."""
