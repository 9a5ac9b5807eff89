# §3.7, §8 Q20: without `sort`, groups in order of first appearance in the order of ingestion.
filter @logStream = "access"
| stats count(*) as n by path
