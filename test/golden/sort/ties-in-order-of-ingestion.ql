# §8 Q20: ties keep the order of ingestion, in both directions.
filter @logStream = "access"
| fields path, id
| sort path desc
