# §2.3: number against text.
filterIndex status = 200 | stats count(*) as n
