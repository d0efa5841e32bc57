"""From sentences to vectors, one encoder a file."""
