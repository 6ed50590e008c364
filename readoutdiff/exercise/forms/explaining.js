// ---- what the key says of a question, shown after it has been marked
const points = (score) => String(Math.round(score * 100) / 100);
const counted = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

const verdict = (question, answer, key) => {
  const score = scoreOf(question);
  if (score !== null) return `${score === 1 ? "✓ Right" : score ? "≈ Partly right" : answer === null ? "✗ No answer" : "✗ Not right"}: ${points(score)} of 1 point.`;
  if (answer === null) return "No answer.";
  if (question.shape === "text") return "Your teacher reads this one. Hold it against the model answer.";
  const found = [key.evidence, key.beside].filter((texts) => texts.length).every((texts) => standsIn(answer, texts));
  return found ? "✓ Found in the evidence." : "≈ Not found word for word in the evidence (five words at least): compare for yourself. It is marked later.";
};

const labelOf = (question, id) => {
  const row = question.box.querySelector(`[data-option="${question.options.indexOf(id)}"] .label`);
  return row ? row.textContent : "";
};

const inWords = (question, answer) =>
  [answer].flat().map((id) => labelOf(question, id)).join(question.shape === "order" ? " → " : "; ") || "none of these";

const answersBeside = (question, answer, key) => {
  if (question.shape === "quote") return [];
  if (question.shape === "text") return [`A model answer: ${key.answer}`];
  const own = answer === null ? [] : [`Your answer: ${inWords(question, answer)}`];
  return [...own, `The answer: ${inWords(question, key.answer)}`];
};

const quoted = (words) => {
  const quotation = make("blockquote", "");
  quotation.append(make("p", words));
  quotation.firstChild.dir = "auto";
  return quotation;
};

const explain = (question) => {
  const key = given.key[question.place];
  const answer = answerTo(question);
  const parts = [make("p", verdict(question, answer, key), "verdict")];
  parts.push(...answersBeside(question, answer, key).map((line) => make("p", line)));
  if (key.evidence.length) parts.push(make("p", "Evidence:", "how"), ...key.evidence.map(quoted));
  if (key.beside.length) parts.push(make("p", "And of the other side:", "how"), ...key.beside.map(quoted));
  if (key.why) parts.push(make("p", key.why));
  if (!key.confirmed) parts.push(make("p", "This answer was made by machine; no teacher has confirmed it yet.", "how"));
  const place = question.box.querySelector(".explained");
  place.replaceChildren(...parts);
  place.hidden = false;
  question.box.querySelector(".single").hidden = true;
  lock(question.box);
  return parts[0].textContent;
};

const sum = () => {
  const machine = questions.map(scoreOf).filter((score) => score !== null);
  const rest = questions.length - machine.length;
  const total = machine.reduce((all, score) => all + score, 0);
  return `You have ${points(total)} of ${counted(machine.length, "point")}.${rest ? ` ${counted(rest, "answer")} in words ${rest === 1 ? "is" : "are"} not counted here: ${rest === 1 ? "it is" : "they are"} marked later.` : ""}`;
};
