# §3.27: the highest score first.
filter ispresent(status) | relevantfields @logStream, path, status where ok | display @fieldName, @relevanceScore
