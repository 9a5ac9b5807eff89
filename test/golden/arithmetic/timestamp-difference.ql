# §4.3: toMillis makes a timestamp a number to calculate with.
filter id = "a2"
| display toMillis(@timestamp) - 1772618700000 as gap
