fields @timestamp, detail.stopCode
| filtr detail.lastStatus = "STOPPED"
| limit 20