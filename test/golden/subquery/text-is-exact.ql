# §2.3: text against text is exact and case-sensitive.
filter user in (SOURCE 'web' | fields toupper(user) as u) or v in (filter id = "zeros" | fields v) | fields id, v
