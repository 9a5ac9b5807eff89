WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "region" AS "region", "ms" AS "ms", "user" AS "user", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, CAST(floor("@timestamp" / 300000) AS BIGINT) * 300000 AS c1 FROM source
),
s2 AS NOT MATERIALIZED (
SELECT c1 AS c2, "region" AS c3, count(*) AS c4, avg(TRY_CAST(regexp_extract("ms", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE)) AS c5, COALESCE(arg_max("ms", TRY_CAST(regexp_extract("ms", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE)), arg_max("ms", CASE WHEN TRY_CAST(regexp_extract("ms", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE) IS NULL THEN CASE WHEN regexp_matches("ms", '[0-9]') THEN list_aggregate(list_transform(regexp_extract_all("ms", '[0-9]+|[^0-9]+'), lambda run: CASE WHEN run BETWEEN '0' AND ':' THEN lpad(CAST(length(run) AS VARCHAR), 7, '0') || run ELSE run END), 'string_agg', chr(1)) ELSE "ms" END || chr(1) END)) AS c6, count(DISTINCT "user") AS c7, min("@seq") AS "@seq", count(*) AS "@events" FROM s1
GROUP BY c1, "region"
)
SELECT c2 AS o1, c3 AS o2, c4 AS o3, c5 AS o4, c6 AS o5, c7 AS o6, sum("@events") OVER () AS matched
FROM s2
ORDER BY c2 ASC NULLS FIRST, "@seq"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
