# §3.27, Inferred: where no event matches, nothing tells them apart.
filter ispresent(status) | relevantfields path where status = 1 | display @fieldName, @relevanceScore
