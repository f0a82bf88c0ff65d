"""Evidence: one matcher a file, each saying which English words speak for a Japanese term, and why."""
