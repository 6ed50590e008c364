// ---- the time, where there is one: it is told, and takes nothing away
const inMinutes = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
const marksOfTime = [[0, "Time is up. Your answers stay, and you can go on."], [300, "5 minutes left."]];
let ticking = null;

const left = () => Math.max(0, Math.ceil((kept.ends - Date.now()) / 1000));

const showTime = (before) => {
  const now = left();
  $("_left").textContent = `${inMinutes(now)} left`;
  const passed = marksOfTime.find(([at]) => now <= at && at < before);
  if (passed) $("_time-told").textContent = passed[1];
  if (!now) stopClock();
  return now;
};

const stopClock = () => { clearInterval(ticking); };

const hideTime = (hidden) => {
  kept.hidden = hidden;
  $("_left").hidden = hidden;
  $("_hide").textContent = hidden ? "Show the time" : "Hide the time";
  keep();
};

const startClock = () => {
  if (!given.minutes) return;
  kept.ends ??= Date.now() + given.minutes * 60000;
  $("_clock").hidden = false;
  hideTime(kept.hidden);
  let before = showTime(left());
  $("_hide").addEventListener("click", () => hideTime(!kept.hidden));
  if (before) ticking = setInterval(() => { before = showTime(before); }, 1000);
};
