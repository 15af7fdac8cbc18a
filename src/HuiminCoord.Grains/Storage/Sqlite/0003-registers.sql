-- What people read: registers made from events by the relay, and the plans they come from.
-- Instants are UTC milliseconds; dates are calendar days in Asia/Shanghai. payload and parts are JSON.

CREATE TABLE campaign (
  campaign     TEXT    NOT NULL PRIMARY KEY,
  title        TEXT    NOT NULL,
  plan_version INTEGER NOT NULL,
  stage        TEXT    NOT NULL,
  payload      TEXT    NOT NULL
);

CREATE TABLE unit (
  campaign   TEXT    NOT NULL,
  unit       TEXT    NOT NULL,
  name       TEXT    NOT NULL,
  sort_order INTEGER NOT NULL,
  active     INTEGER NOT NULL,
  plan_version INTEGER NOT NULL,
  payload    TEXT    NOT NULL,
  PRIMARY KEY (campaign, unit)
);

CREATE TABLE obligation (
  campaign          TEXT    NOT NULL,
  unit              TEXT    NOT NULL,
  duty              TEXT    NOT NULL,
  kind              TEXT    NOT NULL,
  title             TEXT    NOT NULL,
  clause            TEXT    NULL,
  due               TEXT    NULL,
  do_by             TEXT    NULL,
  provisional       INTEGER NOT NULL,
  stage             TEXT    NOT NULL,
  parts             TEXT    NOT NULL,
  entered_late      INTEGER NOT NULL,
  first_complete_at INTEGER NULL,
  late_workdays     INTEGER NULL,
  accepted_at       INTEGER NULL,
  extension_stage   TEXT    NULL,
  extension_to      TEXT    NULL,
  extension_reason  TEXT    NULL,
  reported          INTEGER NOT NULL,
  on_time           INTEGER NULL,
  correction_due    TEXT NULL,
  payload           TEXT    NOT NULL,
  PRIMARY KEY (campaign, unit, duty)
);

CREATE INDEX obligation_due ON obligation (campaign, due);

-- Who holds a seat of a unit ('' is the office) and when; valid_to is the last day.
CREATE TABLE seat (
  campaign    TEXT NOT NULL,
  unit        TEXT NOT NULL,
  seat        TEXT NOT NULL,
  valid_from  TEXT NOT NULL,
  valid_to    TEXT NULL,
  holder      TEXT NOT NULL,
  title       TEXT NULL,
  phone       TEXT NULL,
  absent_from TEXT NULL,
  absent_to   TEXT NULL,
  PRIMARY KEY (campaign, unit, seat, valid_from, holder)
);

CREATE TABLE task (
  campaign  TEXT NOT NULL,
  task      TEXT NOT NULL,
  domain    TEXT NOT NULL,
  lead_unit TEXT NOT NULL,
  stage     TEXT NOT NULL,
  percent   INTEGER NULL,
  last_progress_at INTEGER NULL,
  blocked_since INTEGER NULL,
  payload   TEXT NOT NULL,
  PRIMARY KEY (campaign, task)
);

CREATE TABLE phase (
  campaign   TEXT NOT NULL,
  phase      TEXT NOT NULL,
  opens_on   TEXT NOT NULL,
  closes_on  TEXT NOT NULL,
  stage      TEXT NOT NULL,
  payload    TEXT NOT NULL,
  PRIMARY KEY (campaign, phase)
);

CREATE TABLE plan_document (
  campaign  TEXT    NOT NULL,
  version   INTEGER NOT NULL,
  json      TEXT    NOT NULL,
  stored_at INTEGER NOT NULL,
  PRIMARY KEY (campaign, version)
);

-- Marks a database as a rehearsal: at is when its campaign was issued. How far it got is what the last audit row says.
CREATE TABLE rehearsal_cursor (
  campaign TEXT    NOT NULL PRIMARY KEY,
  at       INTEGER NOT NULL,
  payload  TEXT    NOT NULL
);
