// ---- what is kept on this computer, under the exercise and the student's number; the tab knows who sits before it
const here = `readoutdiff:${given.exercise}`;
const kept = { student: "", answers: {}, marked: [], when: "end", ends: null, hidden: false };
let keeps = true;

const shelf = () => `${here}:${kept.student}`;

const keep = () => {
  try {
    localStorage.setItem(shelf(), JSON.stringify({ ...kept, student: undefined }));
    sessionStorage.setItem(here, kept.student);
  } catch { keeps = false; }
};

const recall = (student) => {
  kept.student = student;
  try {
    const found = localStorage.getItem(shelf());
    if (found) Object.assign(kept, JSON.parse(found));
    return found !== null;
  } catch { keeps = false; return false; }
};

const sitting = () => {
  try { return sessionStorage.getItem(here) || ""; } catch { keeps = false; return ""; }
};

const forget = () => {
  try {
    localStorage.removeItem(shelf());
    sessionStorage.removeItem(here);
  } catch { /* nothing was kept */ }
};
