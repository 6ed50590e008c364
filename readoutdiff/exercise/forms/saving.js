// ---- answers as a file for the teacher, or as text to copy
const answersFile = () =>
  JSON.stringify({ schema: given.schema, exercise: given.exercise, student: kept.student, answers: kept.answers }, null, 1) + "\n";

const fileName = () => `answers-${kept.student.replace(/[^\p{L}\p{N}_-]+/gu, "-")}.json`;

const save = () => {
  const link = document.createElement("a");
  const address = URL.createObjectURL(new Blob([answersFile()], { type: "application/json" }));
  link.href = address;
  link.download = fileName();
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
  tell(`Saved as ${fileName()}.`);
};
