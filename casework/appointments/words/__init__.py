"""What people say of times and meetings, read without a database: wishes, choices, corrections, needs, questions."""
