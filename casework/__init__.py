"""The domain of Handrail: it decides and remembers, and knows neither FastAPI nor Rasa."""
