# §4.3: text as epoch milliseconds, by a Java pattern, in UTC; what does not fit is null.
filter id in ["c2", "c4", "empty"]
| sort id
| display id, parseDate(when, "yyyy-MM-dd") as a, parseDate(when, "yyyy-MM-dd'T'HH") as b, parseDate("", "yyyy") as c, parseDate(nothing, "yyyy") as d, fromMillis(parseDate(when, "uuuu-M-d")) as e
