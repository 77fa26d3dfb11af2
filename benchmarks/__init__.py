"""What the speed targets are measured with: python3 dev.py bench. Never part of the test run."""
