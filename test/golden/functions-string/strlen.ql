# §4.7: Unicode code points.
filter @message like "☃"
| display strlen(@message) as a, strlen("abc") as b, strlen(nothing) as c, strlen("🚀") as d
