"""Passing a conversation to a person and back: nobody waits unseen, and two never answer at once."""
