# §8 Q22: on a number, `like` matches the text as shown.
filter v like /^1(\.50|e3)$/
| fields id
