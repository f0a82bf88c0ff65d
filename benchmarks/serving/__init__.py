"""An aligner behind FastAPI, and many who ask it at a time."""
