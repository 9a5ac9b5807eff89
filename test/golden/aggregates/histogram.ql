# §4.8: as documented, in the list of aggregates: so many equal ranges from the smallest to the largest value, as a map. Inferred: keys are the lower bounds; the largest value falls into the last range.
filter @logStream = "access"
| stats histogram(ms, 4) as spread
