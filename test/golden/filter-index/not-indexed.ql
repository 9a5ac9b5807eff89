# §3.4, Differs: no log group is skipped for want of an index.
#@ groups app, web
filterIndex only = "web" | fields id
