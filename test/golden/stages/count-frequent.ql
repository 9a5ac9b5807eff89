# Counts of combinations, the most frequent first.
countFrequent user, region | limit 3
