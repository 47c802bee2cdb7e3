"""Publication elsewhere (对外报送): what goes to the credit platform, the district's site and other channels, and what came of it."""
