# App. B: days count from the epoch; 28 February 2026 is day 20512.
filter @logStream = "clock"
| stats count(*) as n by bin(2d) as t
