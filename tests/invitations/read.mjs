// Reads the calendars of a folder as a strict reader does, and writes what it would show: one JSON array, in the order of the names.
// A file that is no calendar ends the program with an error.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";

ICAL.design.strict = true;

const folder = process.argv[2];
const shown = readdirSync(folder).sort().map((name) => read(readFileSync(join(folder, name), "utf8")));
// Escapes leave nothing to the encoding of the output.
process.stdout.write(JSON.stringify(shown).replace(/[^\x20-\x7e]/g, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0")));

function read(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents("vevent");
  if (calendar.name !== "vcalendar" || events.length !== 1) {
    throw new Error("not one event in one calendar");
  }

  const [event] = events;
  const value = (name) => event.getFirstPropertyValue(name);
  const person = (property) => ({ name: property.getFirstParameter("cn") ?? null, address: property.getFirstValue() });
  return {
    method: calendar.getFirstPropertyValue("method"),
    uid: value("uid"),
    sequence: value("sequence"),
    stamp: instant(value("dtstamp")),
    start: instant(value("dtstart"), calendar),
    end: instant(value("dtend"), calendar),
    title: value("summary"),
    place: value("location") ?? "",
    description: value("description") ?? "",
    address: value("url"),
    status: value("status"),
    organizer: person(event.getFirstProperty("organizer")),
    invitees: event.getAllProperties("attendee").map(person),
    remindBefore: event.getAllSubcomponents("valarm").map((alarm) => alarm.getFirstPropertyValue("trigger").toSeconds()),
    properties: event.getAllProperties().map((property) => property.name),
  };
}

// In UTC. A time of a zone must have found that zone in the file itself.
function instant(time, calendar) {
  if (calendar && time.zone.component?.parent !== calendar) {
    throw new Error(`the file does not describe the zone of ${time}`);
  }

  return new Date(time.toUnixTime() * 1000).toISOString();
}
