"""Behind `make run`: named steps that set up what is missing, then a supervisor that keeps it all up."""
