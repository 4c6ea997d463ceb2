"""Reads every message for danger before anything else does, and puts what it read in front of a person."""
