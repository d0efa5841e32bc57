"""From a digest to text: one format a file. What comes from an article is always data, never markup."""
