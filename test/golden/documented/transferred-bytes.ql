# §3.7, §8 Q10: a sum per pair of addresses; no event here has any.
stats sum(bytes) as bytesTransferred by srcAddr, dstAddr
| sort bytesTransferred desc
| limit 10
