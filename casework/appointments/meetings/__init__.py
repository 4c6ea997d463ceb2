"""A meeting from held to over: booked, told of, reminded of, called off; groups, and the waiting list for what is not free."""
