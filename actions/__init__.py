"""The Rasa action server: it translates between the assistant and the rooms, and decides nothing."""
