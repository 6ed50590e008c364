// ---- the way through: begin, answer, mark, save
const unanswered = () => questions.filter((question) => !(question.id in kept.answers));

const showCount = () => {
  const open = unanswered();
  const which = open.length ? ` Without an answer: ${open.map((question) => question.number).join(", ")}.` : "";
  $("_count").textContent = `Student ${kept.student}: ${questions.length - open.length} of ${questions.length} questions answered.${which}`;
  $("_copy").value = answersFile();
};

const changed = (question) => {
  const answer = answerTo(question);
  if (answer === null) delete kept.answers[question.id];
  else kept.answers[question.id] = answer;
  keep();
  showCount();
};

const isMarked = (question) => kept.marked.includes(question.id);

const finish = () => {
  stopClock();
  $("_clock").hidden = true;
  $("_whole").hidden = true;
  $("_score").textContent = sum();
  $("_score").hidden = false;
};

const mark = (question) => {
  kept.marked.push(question.id);
  keep();
  tell(`Question ${question.number}: ${explain(question)}`);
  focusOn(question.box);
  if (questions.every(isMarked)) finish();
};

const markAll = () => {
  for (const question of questions) explain(question);
  kept.marked = questions.map((question) => question.id);
  keep();
  finish();
  focusOn($("_score"));
};

const askToMark = () => {
  const open = unanswered().length;
  const missing = open ? `${counted(open, "question")} ${open === 1 ? "has" : "have"} no answer. ` : "";
  ask(`${missing}Once marked, answers cannot be changed.`, "Mark them", markAll);
};

const clear = () => {
  forget();
  location.reload();
};

const askToClear = () =>
  ask(`This removes the answers of ${kept.student} from this computer. Have you saved them?`, "Remove them", clear);

const openQuestion = (question) => {
  const { box } = question;
  if (Object.hasOwn(kept.answers, question.id)) giveAnswer(question, kept.answers[question.id]);
  unlock(box);
  movable(box, () => changed(question));
  box.addEventListener("input", () => changed(question));
  if (!given.key) return;
  box.querySelector(".single").hidden = kept.when !== "each";
  box.querySelector(".mark").addEventListener("click", () => mark(question));
  if (isMarked(question)) explain(question);
};

const begin = (student, when) => {
  if (!recall(student)) kept.when = when;
  keep();
  for (const question of questions) openQuestion(question);
  $("_start").hidden = true;
  $("_work").hidden = $("_end").hidden = false;
  if (given.key && questions.every(isMarked)) finish();
  else startClock();
  showCount();
  tell(keeps ? "" : "This browser keeps nothing: save your answers before you close the page.");
  focusOn($("_texts-head"));
};

const tryToBegin = () => {
  const student = $("_student").value.trim();
  if (student) begin(student, document.querySelector("[name=_when]:checked")?.value ?? "end");
  else {
    $("_start-told").textContent = "Type your number first.";
    $("_student").focus();
  }
};

$("_without").hidden = true;
$("_work").hidden = true;
$("_begin").addEventListener("click", tryToBegin);
$("_student").addEventListener("keydown", (event) => { if (event.key === "Enter") tryToBegin(); });
$("_save").addEventListener("click", save);
$("_clear").addEventListener("click", askToClear);
if (given.key) $("_mark").addEventListener("click", askToMark);
if (sitting()) begin(sitting(), "end");
else $("_start").hidden = false;
