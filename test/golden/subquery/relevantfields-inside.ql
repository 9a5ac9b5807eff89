# §3.27, Inferred: nor relevant fields.
filter user in (SOURCE 'web' | relevantfields where status = 200 | fields @fieldName)
