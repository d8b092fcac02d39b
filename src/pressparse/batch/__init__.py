"""Many inputs in one run."""
