"""What workers do with diaries and the meetings in them: weeks, leave, moving, taking over, what became of a meeting."""
