# §3.4: a log group without an index on the field is not read.
#@ groups app, web
filterIndex only = "web" | fields id
