# §2.4: not (x in …) of a missing x is unknown too.
filter not (user in (SOURCE 'web' | fields user)) | fields id
