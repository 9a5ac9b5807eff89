WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "ms" AS "ms", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, CAST(floor("@timestamp" / 300000) AS BIGINT) * 300000 AS c1 FROM source
),
s2 AS NOT MATERIALIZED (
SELECT c1 AS c2, count(*) AS c3, COALESCE(arg_max("ms", TRY_CAST(regexp_extract("ms", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE)), arg_max("ms", CASE WHEN TRY_CAST(regexp_extract("ms", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE) IS NULL THEN CASE WHEN regexp_matches("ms", '[0-9]') THEN list_aggregate(list_transform(regexp_extract_all("ms", '[0-9]+|[^0-9]+'), lambda run: CASE WHEN run BETWEEN '0' AND ':' THEN lpad(CAST(length(run) AS VARCHAR), 7, '0') || run ELSE run END), 'string_agg', chr(1)) ELSE "ms" END || chr(1) END)) AS c4, min("@seq") AS "@seq", count(*) AS "@events" FROM s1
GROUP BY c1
),
s3 AS MATERIALIZED (
SELECT * FROM s2
),
s4 AS NOT MATERIALIZED (
SELECT * FROM s3
UNION ALL BY NAME
SELECT bins.start AS c2, $p3 AS c3, bins.start AS n4 FROM (SELECT unnest(generate_series(CAST(floor(CAST($p1 AS BIGINT) / 300000) AS BIGINT) * 300000, CAST(floor(CAST($p2 AS BIGINT) / 300000) AS BIGINT) * 300000, 300000)) AS start) AS bins WHERE NOT EXISTS (SELECT 1 FROM s3 WHERE s3.c2 = bins.start)
)
SELECT c2 AS o1, c3 AS o2, c4 AS o3
FROM s4
ORDER BY c2 DESC NULLS LAST, "@seq", n4
LIMIT 10000
-- $p1 = 1772618400000
-- $p2 = 1772619599000
-- $p3 = 0
