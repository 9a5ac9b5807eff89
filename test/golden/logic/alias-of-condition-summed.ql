# quirk 27: an alias of a comparison can be summed and negated.
filter @logStream = "access"
| fields user = "ann" as ann
| stats sum(ann) as hits, sum(!ann) as others, count(ann) as known
