"""How good the summaries are: collections with references, other systems, ROUGE, one table. For `summarize eval` only."""
