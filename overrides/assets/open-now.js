// Says whether an office is open at this moment, by the clock of the office. Without this script, and
// without a clock that can be right, nothing is said.
const MINUTE = 60_000;
const DAY = 24 * 60;
const AHEAD = 31; // days that are looked ahead for the next change

const isoDay = day => new Date(day * DAY * MINUTE).toISOString().slice(0, 10);
const weekday = day => (day + 3) % 7; // day 0, 1 January 1970, was a Thursday

const within = iso => ([first, last]) => first <= iso && iso <= last;

function sessionsOf({ week, others, closed }, day) {
  const today = within(isoDay(day));
  if (closed.some(today)) return [];
  const [, , hours] = others.find(today) ?? [null, null, week];
  return hours
    .filter(([each]) => each === weekday(day))
    .map(([, opens, closes]) => [day * DAY + opens, day * DAY + closes]);
}

// Times of opening and closing in minutes, from yesterday on; what touches is one.
function openTimes(hours, today) {
  const found = [];
  for (let day = today - 1; day <= today + AHEAD; day++)
    for (const [opens, closes] of sessionsOf(hours, day)) {
      const before = found.at(-1);
      if (before && opens <= before[1]) before[1] = Math.max(before[1], closes);
      else found.push([opens, closes]);
    }
  return found;
}

function when(minute, now, zone) {
  const date = new Date(minute * MINUTE);
  const days = Math.floor(minute / DAY) - Math.floor(now / DAY);
  const time = `${date.toISOString().slice(11, 16)} ${zone}`;
  if (days === 0 || (days === 1 && minute % DAY === 0)) {
    return days ? `24:00 ${zone}` : time;
  }
  const day = days > 6 ? { day: "numeric", month: "long" } : { weekday: "long" };
  const format = { ...day, timeZone: "UTC" };
  return `${date.toLocaleDateString(document.documentElement.lang, format)} ${time}`;
}

function tell(element) {
  const { hours, zone, open, always, closed, opens } = element.dataset;
  const week = JSON.parse(hours);
  const now = Math.floor(Date.now() / MINUTE) + week.offset * 60;
  const today = Math.floor(now / DAY);
  const times = openTimes(week, today);
  const [from, until] = times.find(each => now < each[1]) ?? [Infinity];
  const isOpen = from <= now;
  const never = isOpen ? until > (today + AHEAD) * DAY : from === Infinity;
  const change = isOpen ? until : from;
  const sentence = isOpen ? (never ? always : open) : never ? closed : opens;
  const words = never ? sentence : sentence.replace("{when}", when(change, now, zone));
  element.textContent = words.replace(", ", ",\n");
  element.classList.toggle("is-open", isOpen);
  element.hidden = false;
}

for (const element of document.querySelectorAll(".open-now")) {
  tell(element);
  setInterval(tell, MINUTE / 2, element);
}
