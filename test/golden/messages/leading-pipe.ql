| filter detail.eventType = "ERROR"
| sort @timestamp desc