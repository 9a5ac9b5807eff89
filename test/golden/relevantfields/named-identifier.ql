# §3.27, Inferred: an identifier that is named is scored.
SOURCE web | relevantfields id where status = 302 | display @fieldName, @relevanceScore
