sort
| sort user descending
| sort by
| sort desc