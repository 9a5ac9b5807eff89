# §1.5: comments inside.
filter user in (
  # who was there?
  SOURCE 'web' # the site
  | fields user
) | fields id
