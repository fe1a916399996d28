// Saves what is written in a form while it is made: a note, a caseworker's answers, a part of a plan. Says plainly when it can't;
// what was typed stays on the page. A page may hold several such forms, each saved by itself; whatever leads away from the page waits
// until all of them are.
const LONGEST = 20000;
const RETRY = 10000;
const kept = [];

function keep(form) {
  const state = form.querySelector('[data-draft-state]');
  const pause = Number(form.dataset.draftPause ?? 3000);

  const here = form.closest('[data-draft-here]');

  let saved = typed();
  let saving;
  let stopped = false;
  let timer;
  let firstChange;
  let waiting;

  function typed() {
    const fields = new FormData(form);
    fields.delete('version');
    return new URLSearchParams(fields).toString();
  }

  function say(text, trouble) {
    state.textContent = text;
    state.classList.toggle('draft-trouble', trouble);
  }

  // Some seconds after the last key, and now and then while somebody writes on.
  function changed() {
    if (stopped || typed() === saved) return;
    firstChange ??= Date.now();
    clearTimeout(timer);
    timer = setTimeout(save, Math.min(pause, Math.max(0, firstChange + LONGEST - Date.now())));
  }

  function unsaved() {
    return !form.dataset.sent && typed() !== saved;
  }

  async function save() {
    if (saving || stopped || !unsaved()) return;
    clearTimeout(timer);
    firstChange = undefined;
    saving = send();
    await saving;
    saving = undefined;
    if (waiting) form.requestSubmit(waiting);
  }

  async function send() {
    const now = typed();
    try {
      const answer = await fetch(form.dataset.draft, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      await told(answer, now);
    } catch {
      failed();
    }
  }

  async function flush() {
    await saving;
    await save();
  }

  async function told(answer, now) {
    const text = answer.headers.get('Content-Type')?.startsWith('text/plain') ? await answer.text() : '';
    if (answer.ok && text) {
      saved = now;
      form.elements.version.value = answer.headers.get('ETag').replace(/\D/g, '');
      if (form.dataset.draftPage) history.replaceState(null, '', form.dataset.draftPage);
      say(typed() === now ? text : form.dataset.textUnsaved ?? text, false);
      changed();
    } else if (text) {
      // Saved in another window, or too long: the button shows what can be done.
      stopped = answer.status === 409;
      say(text, true);
    } else if (answer.redirected || answer.status === 403 || answer.status === 404) {
      stopped = true;
      say(form.dataset.textSignedOut, true);
    } else {
      failed();
    }
  }

  function failed() {
    say(form.dataset.textFailed, true);
    timer = setTimeout(save, RETRY);
  }

  form.addEventListener('input', () => {
    if (form.dataset.textUnsaved && !stopped) say(typed() === saved ? '' : form.dataset.textUnsaved, false);
    changed();
  });
  if (form.dataset.textReady) say(form.dataset.textReady, false);
  // A button pressed while a draft is on its way waits for it: otherwise the two would be each other's conflict. A form that is saved
  // where it stands is sent only to be shown what somebody else has written.
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    if (here && !stopped) {
      event.preventDefault();
      delete form.dataset.sent;
      flush();
    } else if (saving) {
      event.preventDefault();
      delete form.dataset.sent;
      waiting = event.submitter;
    }
  });
  window.addEventListener('online', save);
  document.addEventListener('visibilitychange', () => { if (document.hidden) save(); });
  window.addEventListener('beforeunload', (event) => {
    if (unsaved()) event.preventDefault();
  });
  kept.push({ form, here, unsaved, flush });
}

document.querySelectorAll('form[data-draft]').forEach(keep);

// What is still unsaved when it has been tried is asked about by the browser.
let tried = false;

async function saveFirst(event, others, goOn) {
  if (tried || !others.some((one) => one.unsaved())) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  await Promise.all(others.map((one) => one.flush()));
  tried = true;
  goOn();
  tried = false;
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href]');
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || link.target || link.hash && link.pathname === location.pathname) return;
  saveFirst(event, kept, () => location.assign(link.href));
}, true);
document.addEventListener('submit', (event) => {
  if (kept.some((one) => one.form === event.target && one.here)) return;
  const { target, submitter } = event;
  saveFirst(event, kept.filter((one) => one.form !== target), () => target.requestSubmit(submitter));
}, true);
