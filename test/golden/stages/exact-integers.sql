WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "ms" AS "ms", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, COALESCE(CAST(TRY((TRY_CAST(regexp_extract("ms", '^[-+]?[0-9]+$') AS HUGEINT) + CAST($p4 AS HUGEINT))) AS VARCHAR), regexp_replace(CAST(CAST((TRY_CAST(regexp_extract("ms", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE) + $p3) AS DOUBLE) + 0.0 AS VARCHAR), '[.]0$', '')) AS c1, COALESCE(CAST(TRY((TRY_CAST(regexp_extract("ms", '^[-+]?[0-9]+$') AS HUGEINT) * CAST($p6 AS HUGEINT))) AS VARCHAR), regexp_replace(CAST(CAST((TRY_CAST(regexp_extract("ms", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE) * $p5) AS DOUBLE) + 0.0 AS VARCHAR), '[.]0$', '')) AS c2, COALESCE(CAST(TRY((-TRY_CAST(regexp_extract("ms", '^[-+]?[0-9]+$') AS HUGEINT))) AS VARCHAR), regexp_replace(CAST(CAST((-TRY_CAST(regexp_extract("ms", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE)) AS DOUBLE) + 0.0 AS VARCHAR), '[.]0$', '')) AS c3, (TRY_CAST(regexp_extract("ms", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE) / CASE WHEN $p7 <> 0 THEN $p7 END) AS c4 FROM source
)
SELECT c1 AS o1, c2 AS o2, c3 AS o3, c4 AS o4, "@ptr" AS o5
FROM s1
WHERE COALESCE(TRY(((TRY_CAST(regexp_extract(c1, '^[-+]?[0-9]+$') AS HUGEINT) - CAST($p4 AS HUGEINT)) = CAST($p9 AS HUGEINT))), ((TRY_CAST(regexp_extract(c1, '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE) - $p3) = $p8))
ORDER BY "@timestamp" DESC, "@seq", "@group"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = 1
-- $p4 = 1
-- $p5 = 9007199254740992
-- $p6 = 9007199254740993
-- $p7 = 2
-- $p8 = 9223372036854776000
-- $p9 = 9223372036854775807
