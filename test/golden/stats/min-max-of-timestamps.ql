# §4.8, quirk 5: min and max of @timestamp are shown as timestamps, earliest and latest as epoch milliseconds.
filter @logStream = "clock"
| stats min(@timestamp) as a, max(@timestamp) as b, earliest(@timestamp) as c, latest(@timestamp) as d
