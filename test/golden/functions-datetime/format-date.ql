# §4.3: strftime codes, UTC or a named zone; `strftime` is the same.
filter id = "a3"
| display formatDate(@timestamp, "%Y-%m-%d %H:%M:%S") as a, strftime(@timestamp, "%d/%m/%y") as b, formatDate(@timestamp, "%H:%M", "Europe/Berlin") as c, formatDate(nothing, "%Y") as d, formatDate(bin(1d), "%Y%m%d") as e
