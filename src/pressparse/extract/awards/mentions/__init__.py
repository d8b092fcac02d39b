"""What one sentence, row or line tells of one award."""
