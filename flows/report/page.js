const words = document.querySelector("input[type=search]");
const status = document.querySelector("select");
const changes = document.querySelector("input[type=checkbox]");
const documents = [...document.querySelectorAll("details")];
const count = document.querySelector("[role=status]");

function search() {
  const wanted = words.value.toLowerCase();
  for (const each of documents) {
    const fits = !status.value || each.dataset.status === status.value;
    each.hidden = !fits || !each.textContent.toLowerCase().includes(wanted);
  }
  const found = documents.filter(each => !each.hidden).length;
  const all = documents.length;
  count.textContent = found < all ? `${found} of ${all} documents` : `${all} documents`;
  document.body.classList.toggle("only-changes", changes.checked);
}

function enter() {
  const place = document.getElementById(location.hash.slice(1));
  if (place) place.open = true;
}

if (words) for (const control of [words, status, changes]) control.addEventListener("input", search);
addEventListener("hashchange", enter);
enter();
