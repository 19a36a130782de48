"""Personal links: a link that opens once, the device it then knows, and the word that confirms it."""
