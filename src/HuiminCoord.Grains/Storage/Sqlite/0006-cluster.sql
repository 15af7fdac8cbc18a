-- Nothing: a SQLite database has one server, which needs no list of silos. The number is kept equal in both engines.
SELECT 1;
