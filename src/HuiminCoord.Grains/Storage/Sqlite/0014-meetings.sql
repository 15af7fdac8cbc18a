-- Meetings. Instants are UTC milliseconds; payload is JSON, what the meeting's actor keeps.
CREATE TABLE meeting (
  campaign  TEXT    NOT NULL,
  meeting   TEXT    NOT NULL,
  kind      TEXT    NOT NULL,
  unit      TEXT    NULL,
  stage     TEXT    NOT NULL,
  starts_at INTEGER NOT NULL,
  ends_at   INTEGER NOT NULL,
  payload   TEXT    NOT NULL,
  PRIMARY KEY (campaign, meeting)
);

-- The calendar of a campaign, and what overlaps.
CREATE INDEX meeting_time ON meeting (campaign, starts_at);
