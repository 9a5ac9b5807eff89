# §3.33 rule 2: a capture named like a field that an earlier command mentioned is an error.
filter path = "/a" | parse @message '"path":"/*"' as path
