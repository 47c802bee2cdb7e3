"""What is done in a seizure: `measures` from the request to the return, `disposing` for things that do not stay."""
