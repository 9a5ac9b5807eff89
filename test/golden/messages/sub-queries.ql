filter user in (SOURCE 'app' | fields user, path)
| filter id in (SOURCE 'app' | filter a in (SOURCE 'app' | fields b) | fields c)
| appendcols (stats count(*)