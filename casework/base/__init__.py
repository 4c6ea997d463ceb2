"""What every room stands on: settings, database, clock, queue, live updates, errors. No business words."""
