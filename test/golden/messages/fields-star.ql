fields *
| display user, *