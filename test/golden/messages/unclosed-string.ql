filter detail.reason = "it stopped
| limit 5