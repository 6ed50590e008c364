// ---- marks from 0 to 1, by shape of the question; what is put in words is not marked here
const shared = (chosen, right) => {
  const all = new Set([...chosen, ...right]);
  return all.size ? chosen.filter((id) => right.includes(id)).length / all.size : 1;
};

const inOrder = (chosen, right) => {
  const place = new Map(chosen.map((id, at) => [id, at]));
  const pairs = right.flatMap((first, at) => right.slice(at + 1).map((second) => [first, second]));
  if (!pairs.length) return place.has(right[0]) ? 1 : 0;
  return pairs.filter(([first, second]) => place.get(first) < place.get(second)).length / pairs.length;
};

const scores = {
  choice: (answer, right) => (answer === right ? 1 : 0),
  several: (answer, right) => shared(answer ?? [], right),
  order: (answer, right) => inOrder(answer ?? [], right),
};

const scoreOf = (question) => scores[question.shape]?.(answerTo(question), given.key[question.place].answer) ?? null;

// words without spaces and typography between them
const spoken = (text) => ` ${(text.normalize("NFKC").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(" ")} `;
const LEAST = 5; // words of a quotation
const parts = (words) => [words, ...words.split(/[\n“”"]+/), ...words.split(/[\n“”";]+/)].filter((part) => spoken(part).trim().split(" ").length >= LEAST);
const standsIn = (words, evidence) => parts(words).some((part) => evidence.some((text) => spoken(text).includes(spoken(part))));
