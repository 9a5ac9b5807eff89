# §2.4: a bare field is a condition; all of these are true.
filter ispresent(status) | relevantfields path where status | display @fieldName, @relevanceScore
