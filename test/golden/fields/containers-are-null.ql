# §2.2, §8 Q19: only leaves are fields; objects and arrays are null.
filter id = "n1"
| fields id, detail, detail.containers, detail.containers.0, resources
