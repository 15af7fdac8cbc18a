-- Reports as units fill them in. Payload is JSON, what the report's actor keeps.
CREATE TABLE report (
  campaign TEXT NOT NULL,
  unit     TEXT NOT NULL,
  duty     TEXT NOT NULL,
  stage    TEXT NOT NULL,
  payload  TEXT NOT NULL,
  PRIMARY KEY (campaign, unit, duty)
);

-- What was handed in, version by version; none is ever taken away. parts: ids, separated by a comma. sheet: see report_sheet. at: when it
-- counts as handed in, UTC milliseconds. reason: why an accepted report was corrected; NULL = no correction. withdrawn: parts taken back since.
CREATE TABLE report_version (
  campaign  TEXT    NOT NULL,
  unit      TEXT    NOT NULL,
  duty      TEXT    NOT NULL,
  version   INTEGER NOT NULL,
  parts     TEXT    NOT NULL,
  sheet     TEXT    NOT NULL,
  nil       INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  on_behalf INTEGER NOT NULL,
  reason    TEXT    NULL,
  withdrawn TEXT    NOT NULL,
  PRIMARY KEY (campaign, unit, duty, version)
);

CREATE INDEX report_version_duty ON report_version (campaign, duty);

-- A sheet as it was handed over: figures and texts as JSON, under the SHA-256 of it. It never changes.
CREATE TABLE report_sheet (
  campaign TEXT    NOT NULL,
  unit     TEXT    NOT NULL,
  duty     TEXT    NOT NULL,
  hash     TEXT    NOT NULL,
  body     TEXT    NOT NULL,
  at       INTEGER NOT NULL,
  PRIMARY KEY (campaign, unit, duty, hash)
);

-- What is being filled in, cell by cell, as it was typed. filler: the unit, or the office that enters paper. typed_by: as the audit names people.
-- at: UTC milliseconds, real time; campaign_at: the same instant by the campaign's clock.
CREATE TABLE report_cell (
  campaign    TEXT    NOT NULL,
  unit        TEXT    NOT NULL,
  duty        TEXT    NOT NULL,
  filler      TEXT    NOT NULL,
  cell        TEXT    NOT NULL,
  typed       TEXT    NOT NULL,
  revision    INTEGER NOT NULL,
  typed_by    TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  campaign_at INTEGER NOT NULL,
  PRIMARY KEY (campaign, unit, duty, filler, cell)
);

-- The last revision of a report's cells: whoever writes takes a turn here.
CREATE TABLE report_head (
  campaign TEXT    NOT NULL,
  unit     TEXT    NOT NULL,
  duty     TEXT    NOT NULL,
  filler   TEXT    NOT NULL,
  head     INTEGER NOT NULL,
  PRIMARY KEY (campaign, unit, duty, filler)
);
