# §3.0: its columns go on like others.
filter ispresent(status) | relevantfields @logStream, path, status where ok | filter @relevanceScore > 0 | sort @relevanceScore | limit 1 | display @fieldName
