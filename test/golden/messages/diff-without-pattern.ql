filter status >= 500
| diff previousDay
| anomaly