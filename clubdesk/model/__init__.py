"""What a club is: mapped classes and the pure rules about them. No Qt, no SQL dialect, no queries."""
