# §1.3: names with a hyphen, a leading digit, a space or letters beyond ASCII need backticks; the column has the bare name.
filter id = "n2"
| fields `detail-type`, `2xx`, `with space`, `grüße`
