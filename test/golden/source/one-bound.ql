# §3.30, Inferred: the bound that is not written is the request's.
#@ end 2026-03-04T10:06:00.000Z
SOURCE web START=1772618400 | fields id
