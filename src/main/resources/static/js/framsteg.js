// Enhancement only: every page works without it.
document.querySelector('[data-focus]')?.focus();

// A form that came back after it was sent is asked for anew when the reader goes back to it: what it held is not kept by
// the browser, which would show a fault of its own instead.
const again = document.querySelector('[data-came-back]')?.dataset.cameBack;
if (again) history.replaceState(null, '', again === location.pathname ? location.href : again);

// Links in the error summary lead to the control itself, not just to its place on the page.
document.querySelectorAll('.error-summary a[href^="#"]').forEach((link) =>
  link.addEventListener('click', (event) => {
    const control = document.getElementById(link.getAttribute('href').slice(1));
    if (control) {
      event.preventDefault();
      control.scrollIntoView({ block: 'center' });
      control.focus();
    }
  }));

// A file that is too large is told of before it is sent, at its field: the server tells it too, but the file is on its way for long.
document.querySelectorAll('input[type="file"][data-largest]').forEach((control) => {
  const tooLarge = () => [...control.files].some((file) => file.size > Number(control.dataset.largest));
  const tell = () => {
    const about = document.getElementById(control.getAttribute('aria-describedby'));
    about?.querySelector('.error-message[data-by-browser]')?.remove();
    control.setAttribute('aria-invalid', tooLarge());
    if (!about || !tooLarge()) return;
    const message = document.createElement('p');
    message.className = 'error-message';
    message.dataset.byBrowser = '';
    message.setAttribute('role', 'alert');
    message.textContent = control.dataset.tooLarge;
    about.append(message);
  };
  control.addEventListener('change', tell);
  control.form?.addEventListener('submit', (event) => {
    if (!tooLarge()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    tell();
    control.focus();
  });
});

// A form is sent once, however often its button is pressed; coming back to the page frees it again.
document.querySelectorAll('form[method="post"]').forEach((form) =>
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  }));
window.addEventListener('pageshow', () =>
  document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent));

// What a page holds about a person is taken off the screen when it comes back after sign-out.
window.addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });

document.querySelectorAll('[data-print]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
});

// What goes with one choice in a list is shown while that is chosen. Without script all of it stands there.
document.querySelectorAll('[data-goes-with]').forEach((part) => {
  const list = document.getElementById(part.dataset.goesWith);
  const show = () => { part.hidden = list.value !== part.dataset.value; };
  list.addEventListener('change', show);
  show();
});

// What is searched for is found while it is being typed. Without script a button finds it.
document.querySelectorAll('[data-found]').forEach((place) => {
  const words = document.getElementById(place.dataset.words);
  let asked = words.value;
  let pause;
  const ask = async () => {
    if (words.value === asked) return;
    const now = words.value;
    asked = now;
    // Sent as a form: what is searched for stands in no address.
    const body = new URLSearchParams({ query: now, _csrf: words.form.elements._csrf.value });
    const answer = await fetch(place.dataset.found, { method: 'POST', body, redirect: 'error', cache: 'no-store' });
    if (answer.ok && now === asked) place.innerHTML = await answer.text();
  };
  words.addEventListener('input', () => {
    clearTimeout(pause);
    // Without an answer the button is there still.
    pause = setTimeout(() => ask().catch(() => {}), 250);
  });
});
