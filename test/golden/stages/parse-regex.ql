# Named groups, then a capture as source of the next parse.
parse path /^\/(?<head>[a-z]+)\/?(?<rest>.*)$/
| parse rest "*/*" as second, third
| display head, second
