// Small comforts. Every page works without them.
import {
  Button, CharacterCount, Checkboxes, createAll, ErrorSummary, isSupported, PasswordInput, Radios,
  ServiceNavigation, SkipLink,
} from "./vendor/govuk-frontend/govuk.js";

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}
if (isSupported()) {
  const kinds = [
    Button, CharacterCount, Checkboxes, ErrorSummary, PasswordInput, Radios, ServiceNavigation,
    SkipLink,
  ];
  for (const kind of kinds) createAll(kind);
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", (event) => {
    event.preventDefault();
    window.print();
  });
}

for (const button of document.querySelectorAll("[data-share]")) {
  if (!navigator.share) break;
  button.hidden = false;
  button.addEventListener("click", () => {
    const { value } = document.getElementById(button.dataset.share);
    navigator.share({ title: document.title, url: value }).catch(() => {}); // closed again: no mistake
  });
}

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  const said = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = said; }, 4000);
  });
}
