// ---- what is answered, read from a question's controls and put back there; by shape of the question
const places = (list) => [...list.children].map((row) => Number(row.dataset.option));

const picked = (box, options) => [...box.querySelectorAll(".options input")].filter((one) => one.checked).map((one) => options[one.value]);
const pick = (box, options, chosen) => {
  for (const one of box.querySelectorAll(".options input")) one.checked = chosen.includes(options[one.value]);
};
const typed = {
  read: (box) => box.querySelector("textarea").value.trim() || null,
  write: (box, options, answer) => { box.querySelector("textarea").value = answer; },
};

const shapes = {
  choice: {
    read: (box, options) => picked(box, options)[0] ?? null,
    write: (box, options, answer) => pick(box, options, [answer]),
  },
  several: {
    read: (box, options) => { const found = picked(box, options); return found.length ? found : null; },
    write: pick,
  },
  order: {
    read: (box, options) =>
      box.querySelector(".settled").checked ? places(box.querySelector(".options")).map((place) => options[place]) : null,
    write: (box, options, answer) => {
      const list = box.querySelector(".options");
      for (const id of answer) list.append(list.querySelector(`[data-option="${options.indexOf(id)}"]`));
      box.querySelector(".settled").checked = true;
    },
  },
  quote: typed,
  text: typed,
};

const questions = given.items.map((item, place) => ({ ...item, place, number: place + 1, box: $(`_question-${place + 1}`) }));
const answerTo = (question) => shapes[question.shape].read(question.box, question.options);
const giveAnswer = (question, answer) => shapes[question.shape].write(question.box, question.options, answer);

const move = (row, by) => {
  const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
  if (other) (by < 0 ? other.before(row) : other.after(row));
  tell(`${row.querySelector(".label").textContent}: ${[...row.parentElement.children].indexOf(row) + 1} of ${row.parentElement.children.length}`);
};

const movable = (box, changed) => {
  for (const button of box.querySelectorAll("button.up, button.down")) {
    button.addEventListener("click", () => {
      move(button.closest("li"), button.className === "up" ? -1 : 1);
      button.focus(); // the row has been taken out and put back
      box.querySelector(".settled").checked = true;
      changed();
    });
  }
};

const unlock = (box) => {
  for (const control of box.querySelectorAll(":disabled")) control.disabled = false;
};
const lock = (box) => {
  for (const control of box.querySelectorAll("input, button")) control.disabled = true;
  for (const field of box.querySelectorAll("textarea")) field.readOnly = true;
};
