WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "ms" AS "ms", "user" AS "user", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, TRY_CAST(regexp_extract("ms", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE) AS c1 FROM source
),
s2 AS NOT MATERIALIZED (
SELECT *, quantile_disc(c1, 0.25) OVER w AS c2, quantile_disc(c1, 0.75) OVER w AS c3 FROM s1
WINDOW w AS ()
),
s3 AS NOT MATERIALIZED (
SELECT *, (c3 + ($p3 * (c3 - c2))) AS c4, (c2 - ($p3 * (c3 - c2))) AS c5 FROM s2
),
s4 AS NOT MATERIALIZED (
SELECT *, ((c1 > c4 OR c1 < c5)) AS c6 FROM s3
),
s5 AS NOT MATERIALIZED (
SELECT *, CASE WHEN c6 THEN $p4 ELSE $p5 END AS c7, CASE WHEN c1 > c4 THEN regexp_replace(printf('%.4f', round(CAST(c4 AS DOUBLE), 4) + 0.0), '[.]?0+$', '') ELSE CASE WHEN c1 < c5 THEN regexp_replace(printf('%.4f', round(CAST(c5 AS DOUBLE), 4) + 0.0), '[.]?0+$', '') ELSE "ms" END END AS c8 FROM s4
)
SELECT "user" AS o1, c8 AS o2, c7 AS o3, "@ptr" AS o4
FROM s5
ORDER BY "@timestamp" DESC, "@seq", "@group"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = 2.5
-- $p4 = 1
-- $p5 = 0
