filter detail.reason contains "OOM"
| eval x = lower(detail.group)