"""From the sentences of a topic to an order by salience, one implementation a file."""
