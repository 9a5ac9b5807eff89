# §3.5: sorting by a field that no row has keeps the order of ingestion.
filter id in ["c4", "c5"]
| fields id
| sort nothing desc
