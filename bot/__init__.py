"""Everything that runs inside the Rasa process (Python 3.10)."""
