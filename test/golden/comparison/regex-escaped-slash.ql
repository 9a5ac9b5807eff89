# §1.4: a slash inside a regular expression is written \/; inside a class it may stand bare.
filter path like /^\/a$/ or path like /^[/]b$/
| fields id
