"""What each action asks for."""
