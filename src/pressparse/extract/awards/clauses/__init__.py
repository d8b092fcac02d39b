"""What stands around an award verb."""
