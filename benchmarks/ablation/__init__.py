"""What each part of the aligner earns: ``python -m benchmarks ablate``."""
