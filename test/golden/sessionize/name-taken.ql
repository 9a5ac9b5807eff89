# §3.33: `session_id` is a new name.
fields id as session_id
| sessionize user
