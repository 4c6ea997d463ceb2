"""The `handrail` command: running everything, batch commands over JSON Lines, administration."""
