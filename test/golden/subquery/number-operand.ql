# §2.3: a number literal among texts.
filter 302 in (SOURCE 'web' | fields status) | stats count(*) as n
