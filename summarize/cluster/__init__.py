"""From a representation to topics, one clusterer a file, over features they share."""
