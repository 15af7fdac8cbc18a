-- Meetings. Instants are UTC milliseconds; payload is JSON, what the meeting's actor keeps.
CREATE TABLE meeting (
  campaign  text COLLATE "C" NOT NULL,
  meeting   text COLLATE "C" NOT NULL,
  kind      text             NOT NULL,
  unit      text COLLATE "C" NULL,
  stage     text             NOT NULL,
  starts_at bigint           NOT NULL,
  ends_at   bigint           NOT NULL,
  payload   text             NOT NULL,
  PRIMARY KEY (campaign, meeting)
);

-- The calendar of a campaign, and what overlaps.
CREATE INDEX meeting_time ON meeting (campaign, starts_at);
