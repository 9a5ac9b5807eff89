# XPaths of the same text are read together, behind the filter and the limit that do not need them.
parse @message xml '/event/level' as level
| parse @message xml '//user[@name]/@name' as who
| filter ms > 10
| parse path xml '/order/@no' as no
| filter no > 5
| display level, who, no
| limit 20
