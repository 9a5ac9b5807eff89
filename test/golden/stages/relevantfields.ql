# Counts per value of each field, among the events that meet the condition and the others.
relevantfields user, path where status >= 500
