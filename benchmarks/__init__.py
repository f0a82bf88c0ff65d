"""What termalign's figures are measured by: ``python -m benchmarks --help``."""
