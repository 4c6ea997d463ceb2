"""The doors people come through: chat, texts, desk and operations. Doors are thin; rooms decide."""
