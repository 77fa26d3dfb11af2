"""What an officer can do: functions whose first argument is a Session, returning plain data."""
