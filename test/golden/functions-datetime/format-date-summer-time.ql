# §4.3: a zone follows its summer time: Berlin is two hours ahead in May.
filter id = "c5"
| display formatDate(@timestamp, "%H:%M", "Europe/Berlin") as berlin, formatDate(@timestamp, "%Y-%m-%d %H:%M", "America/Los_Angeles") as la
