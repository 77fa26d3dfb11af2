"""What an officer can do: changes and questions. Functions whose first argument is a Session, returning plain data."""
