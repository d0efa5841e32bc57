"""Many articles, many events: read, group into stories, digest each, say what is new."""
