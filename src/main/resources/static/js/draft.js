// Saves what is written in a form while it is made: a note, a caseworker's answers, a part of a plan. Says plainly when it can't;
// what was typed stays on the page. A page may hold several such forms, each saved by itself.
const LONGEST = 20000;
const RETRY = 10000;

function keep(form) {
  const state = form.querySelector('[data-draft-state]');
  const pause = Number(form.dataset.draftPause ?? 3000);

  let saved = typed();
  let saving = false;
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

  async function save() {
    if (saving || stopped || form.dataset.sent) return;
    clearTimeout(timer);
    const now = typed();
    if (now === saved) return;
    saving = true;
    firstChange = undefined;
    try {
      const answer = await fetch(form.dataset.draft, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      await told(answer, now);
    } catch {
      failed();
    }
    saving = false;
    if (waiting) form.requestSubmit(waiting);
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
  // A button pressed while a draft is on its way waits for it: otherwise the two would be each other's conflict.
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    if (saving) {
      event.preventDefault();
      delete form.dataset.sent;
      waiting = event.submitter;
    }
  });
  window.addEventListener('online', save);
  document.addEventListener('visibilitychange', () => { if (document.hidden) save(); });
  window.addEventListener('beforeunload', (event) => {
    if (!form.dataset.sent && typed() !== saved) event.preventDefault();
  });
}

document.querySelectorAll('form[data-draft]').forEach(keep);
