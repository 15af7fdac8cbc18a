-- Supervision groups, and the problems that they found. Payload is JSON, what the group's actor keeps.
CREATE TABLE supervision (
  campaign text COLLATE "C" NOT NULL,
  team     text COLLATE "C" NOT NULL,
  payload  text NOT NULL,
  PRIMARY KEY (campaign, team)
);

CREATE TABLE problem (
  campaign text COLLATE "C" NOT NULL,
  team     text COLLATE "C" NOT NULL,
  number   integer NOT NULL,
  unit     text COLLATE "C" NOT NULL,
  duty     text COLLATE "C" NOT NULL,
  stage    text NOT NULL,
  payload  text NOT NULL,
  PRIMARY KEY (campaign, team, number)
);

-- The problems of a unit, and whether a duty of it is one.
CREATE INDEX problem_unit ON problem (campaign, unit, duty);
