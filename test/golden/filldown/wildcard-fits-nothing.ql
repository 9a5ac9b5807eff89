# §3.22, inferred: which fields of the events AWS would fill cannot be told.
fields id, ms
| filldown id cpu*
