# §4.7: letters beyond ASCII too.
filter id = "int"
| display toupper("naïve") as a, tolower("ÄRGER X") as b, toupper(nothing) as c, tolower("1-A") as d
