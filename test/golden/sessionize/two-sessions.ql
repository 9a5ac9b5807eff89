# §3.33: a second one needs a name.
sessionize user
| sessionize path
