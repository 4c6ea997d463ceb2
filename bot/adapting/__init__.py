"""Teaches both sentence encoders this assistant's language: `make adapt` writes encoder/adapter*.npz, in over an hour.

Run it when the training messages have grown much; what it made is kept in the repository, so nobody else has to.
"""
