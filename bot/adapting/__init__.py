"""Teaches the sentence encoder this assistant's language: `make adapt` writes encoder/adapter.npz, in about 15 minutes.

Run it when the training messages have grown much; what it made is kept in the repository, so nobody else has to.
"""
