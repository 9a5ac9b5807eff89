# §8 Q22: on a timestamp, `like` matches the rendered text.
filter @timestamp like "2026-03-04 10:05:" and @timestamp like /00\.000$/
| fields id
