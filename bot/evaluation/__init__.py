"""How well the assistant understands: `make nlu` writes docs/understanding/ from the held-out messages."""
