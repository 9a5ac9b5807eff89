# §3.7, quirk 8: system fields are gone too.
stats count(*) as n by user | fields @message
