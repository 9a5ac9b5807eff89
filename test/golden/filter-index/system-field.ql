# §3.4: published queries filter by system fields.
filterIndex @logStream = "clock" | fields id
