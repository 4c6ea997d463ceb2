"""Keeping no longer than was said: what nobody saved is gone after the council's hours, Rasa's memory of it too."""
