filterIndex user like "a"
| filterIndex strlen(user) = 3
| filterIndex user = path