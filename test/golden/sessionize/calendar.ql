# §3.25, inferred: a month has no fixed length.
sessionize user maxspan 1mo
