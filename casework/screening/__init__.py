"""Self-screening: what a programme asks, what the answers say, and what is not known."""
