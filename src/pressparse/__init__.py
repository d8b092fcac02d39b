"""Reads press releases and blog pages: quotes with speakers, awards, numbers, photo credits, social handles."""

__version__ = "0.1.0"
