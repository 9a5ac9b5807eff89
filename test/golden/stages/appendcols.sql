WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "user" AS "user", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT "user" AS c1, count(*) AS c2, min("@seq") AS "@seq", count(*) AS "@events" FROM source
GROUP BY "user"
),
s2 AS NOT MATERIALIZED (
SELECT * FROM s1
),
a3 AS NOT MATERIALIZED (
SELECT * FROM (WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "user" AS "user", "status" AS "status", "@seq", "@bytes", rowid AS "@address", 2 AS "@group" FROM "events_2" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT "user" AS c1, count(*) AS c2, COALESCE(arg_max("status", TRY_CAST(regexp_extract("status", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE)), arg_max("status", CASE WHEN TRY_CAST(regexp_extract("status", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE) IS NULL THEN CASE WHEN regexp_matches("status", '[0-9]') THEN list_aggregate(list_transform(regexp_extract_all("status", '[0-9]+|[^0-9]+'), lambda run: CASE WHEN run BETWEEN '0' AND ':' THEN lpad(CAST(length(run) AS VARCHAR), 7, '0') || run ELSE run END), 'string_agg', chr(1)) ELSE "status" END || chr(1) END)) AS c3, min("@seq") AS "@seq", count(*) AS "@events" FROM source
GROUP BY "user"
)
SELECT c1 AS o1, c2 AS o2, c3 AS o3, row_number() OVER (ORDER BY "@seq") AS position
FROM s1) AS appended WHERE position <= 5
),
s4 AS NOT MATERIALIZED (
SELECT numbered.*, CASE WHEN a3.position IS NULL THEN numbered.c1 ELSE a3.o1 END AS c3, CASE WHEN a3.position IS NULL THEN numbered.c2 ELSE a3.o2 END AS c4, a3.o3 AS c5 FROM (SELECT *, row_number() OVER (ORDER BY "@seq") AS p4 FROM s2) AS numbered LEFT JOIN a3 ON p4 = a3.position
)
SELECT c3 AS o1, c4 AS o2, c5 AS o3
FROM s4
ORDER BY "@seq", p4
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
