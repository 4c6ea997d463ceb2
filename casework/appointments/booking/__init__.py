"""The talk in which a meeting is found, read back, booked, changed or called off."""
