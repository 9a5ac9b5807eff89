stats count(*) as failures by detail.group
| filter detail.lastStatus = "STOPPED" and failure > 3
| sort failures desc