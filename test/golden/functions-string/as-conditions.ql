# §2.4, §4.7: a predicate is a condition.
filter startsWith(id, "a") and !endsWith(id, "1") and strcontains(path, "b")
| fields id
