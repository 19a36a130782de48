// Exit this page: blanks at once, does not come back. By the button, or by Shift pressed three times.
// Without this the link does the same, a moment later.
const button = document.querySelector("[data-exit]");
const said = document.querySelector("[data-exit-said]");
const PRESSES = 3;
const WITHIN = 5000;

function exit() {
  const address = button.href;
  document.title = "";
  document.documentElement.className = "fa-blank";
  document.body.replaceChildren();
  for (const icon of document.querySelectorAll("link[rel='icon']")) icon.remove();
  location.replace(address);
}

if (button) {
  let presses = 0;
  let clock = 0;
  let isAlone = false;

  const forget = () => {
    if (presses > 0) said.textContent = button.dataset.exitOver;
    presses = 0;
    button.removeAttribute("data-presses");
  };

  button.addEventListener("click", (event) => {
    event.preventDefault();
    exit();
  });

  // Shift counts when it is pressed and let go by itself: not while somebody writes capitals.
  document.addEventListener("keydown", (event) => {
    isAlone = event.key === "Shift" && !event.repeat;
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !isAlone) return;
    isAlone = false;
    presses += 1;
    clearTimeout(clock);
    clock = setTimeout(forget, WITHIN);
    if (presses >= PRESSES) {
      exit();
      return;
    }
    button.dataset.presses = presses;
    said.textContent = presses === 1 ? button.dataset.exitTwo : button.dataset.exitOne;
  });

  // A page that the browser kept as it was, and shows again on Back, asks anew whether it opens.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      document.body.replaceChildren();
      location.reload();
    }
  });
}
