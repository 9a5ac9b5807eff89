# §2.1: a field that one group lacks is null there.
#@ groups app, web
filter user = "ann"
| fields only, path
