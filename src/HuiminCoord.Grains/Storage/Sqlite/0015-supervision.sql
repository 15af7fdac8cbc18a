-- Supervision groups, and the problems that they found. Payload is JSON, what the group's actor keeps.
CREATE TABLE supervision (
  campaign TEXT NOT NULL,
  team     TEXT NOT NULL,
  payload  TEXT NOT NULL,
  PRIMARY KEY (campaign, team)
);

CREATE TABLE problem (
  campaign TEXT NOT NULL,
  team     TEXT NOT NULL,
  number   INTEGER NOT NULL,
  unit     TEXT NOT NULL,
  duty     TEXT NOT NULL,
  stage    TEXT NOT NULL,
  payload  TEXT NOT NULL,
  PRIMARY KEY (campaign, team, number)
);

-- The problems of a unit, and whether a duty of it is one.
CREATE INDEX problem_unit ON problem (campaign, unit, duty);
