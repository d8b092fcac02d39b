"""What is given: the names of awards, by their shape."""
