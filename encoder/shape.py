"""The shape of all-MiniLM-L6-v2."""

LAYERS, HEADS, WIDTH = 6, 12, 384
EPSILON = 1e-12
