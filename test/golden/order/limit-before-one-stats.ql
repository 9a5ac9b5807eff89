# §3.0: and an earlier limit, in the order of the pipeline.
limit 3 | stats count(*) as n
