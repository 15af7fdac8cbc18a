-- What became of a period's reports: tables that were kept, the bulletin's way. Payload is JSON, what the period's actor keeps.
CREATE TABLE consolidation (
  campaign TEXT NOT NULL,
  duty     TEXT NOT NULL,
  payload  TEXT NOT NULL,
  PRIMARY KEY (campaign, duty)
);

-- A table that was sent upward, locked, or told in a bulletin. Payload is JSON: the version of each unit's report that counted in it. It never changes.
CREATE TABLE kept_table (
  campaign TEXT    NOT NULL,
  duty     TEXT    NOT NULL,
  number   INTEGER NOT NULL,
  payload  TEXT    NOT NULL,
  PRIMARY KEY (campaign, duty, number)
);
