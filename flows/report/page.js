const words = document.querySelector("input[type=search]");
const status = document.querySelector("select");
const changes = document.querySelector("input[type=checkbox]");
const documents = [...document.querySelectorAll("details")];

function search() {
  const wanted = words.value.toLowerCase();
  for (const each of documents) {
    const fits = !status.value || each.dataset.status === status.value;
    each.hidden = !fits || !each.textContent.toLowerCase().includes(wanted);
  }
  document.body.classList.toggle("only-changes", changes.checked);
}

function enter() {
  const place = document.getElementById(location.hash.slice(1));
  if (place) place.open = true;
}

if (words) for (const control of [words, status, changes]) control.addEventListener("input", search);
addEventListener("hashchange", enter);
enter();
