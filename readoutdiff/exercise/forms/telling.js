"use strict";
// what is said to the student: in the page, to those who hear it, and before what cannot be undone
const $ = (id) => document.getElementById(id);
const given = JSON.parse($("_data").textContent);

const make = (tag, text, name = "") => {
  const element = document.createElement(tag);
  element.textContent = text;
  if (name) element.className = name;
  return element;
};

const tell = (words) => { $("_told").textContent = words; };

const ask = (question, yes, then) => {
  $("_asked").textContent = question;
  $("_yes").textContent = yes;
  $("_yes").onclick = () => { $("_ask").close(); then(); };
  $("_no").onclick = () => $("_ask").close();
  $("_ask").showModal();
  $("_no").focus();
};

const focusOn = (element) => {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "start" });
};
