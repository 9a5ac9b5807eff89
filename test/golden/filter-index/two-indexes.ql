# §3.4: of several fields each needs its index.
#@ groups app, web
filterIndex user = "ann" | filterIndex only = "web" | fields id
