"""Every test of Handrail; tests/bot runs in the assistant's own environment."""
