# §3.27, Inferred: without a list all fields of the events but identifiers, those with more values than half the events that have them.
SOURCE web | relevantfields where status = 302 | display @fieldName, @relevanceScore
