# §1.3: any character but a backtick may stand in a name.
filter id = "int"
| fields `a"b`, `x'; drop table y; --`, v as `"` 
