tail 5
| search "error"
| autoregress ms as before p=2-3
| filldown a, b
