"""Fitting the weights of termalign's score, and the calibration of what it says: ``python -m benchmarks fit``."""
