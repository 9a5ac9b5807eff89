# §3.7, quirk 8: after `stats` only its columns exist; AWS's text.
stats count(*) as n by user | fields path
