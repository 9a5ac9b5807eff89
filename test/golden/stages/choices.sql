WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "status" AS "status", "ms" AS "ms", "user" AS "user", "region" AS "region", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, CASE WHEN CASE WHEN "status" IS NULL THEN NULL ELSE COALESCE($p3 <= TRY_CAST(regexp_extract("status", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE), FALSE) END THEN $p4 ELSE $p5 END AS c1, CASE WHEN CASE WHEN "ms" IS NULL THEN NULL ELSE COALESCE($p6 > TRY_CAST(regexp_extract("ms", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE), FALSE) END THEN $p7 WHEN CASE WHEN "ms" IS NULL THEN NULL ELSE COALESCE($p8 > TRY_CAST(regexp_extract("ms", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE), FALSE) END THEN $p9 END AS c2, coalesce("user", "region", regexp_replace(CAST(CAST($p10 AS DOUBLE) + 0.0 AS VARCHAR), '[.]0$', '')) AS c3 FROM source
)
SELECT c1 AS o1, c2 AS o2, c3 AS o3, "@ptr" AS o4
FROM s1
ORDER BY "@timestamp" DESC, "@seq", "@group"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = 500
-- $p4 = "bad"
-- $p5 = "good"
-- $p6 = 100
-- $p7 = "fast"
-- $p8 = 1000
-- $p9 = "slow"
-- $p10 = 1
