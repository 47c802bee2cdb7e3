"""What each action of footage changes."""
