// When the line drops in the middle of the questionnaire it goes on: answers wait in this tab's own storage and are sent when
// the line is back; the questions themselves are kept without answers. All of it is erased when the participant leaves or is
// done, and nothing is ever kept on a device that was handed over. Without this script every answer is sent as a form.
(() => {
  const PATIENCE = 8000;
  const LONGEST_PAUSE = 60000;
  const ROUND = 'svara.round';
  const WAITING = 'svara.waiting';
  const SENT = 'svara.sent';
  const CACHE = 'svara';
  const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('svara') : null;

  const forgetAnswers = () => [ROUND, WAITING, SENT].forEach((key) => sessionStorage.removeItem(key));
  const forgetQuestions = () => window.caches?.delete(CACHE);

  async function eraseAll() {
    forgetAnswers();
    await forgetQuestions();
    const worker = await navigator.serviceWorker?.getRegistration('/svara');
    await worker?.unregister();
  }

  if (document.querySelector('[data-line-end]')) {
    tabs?.postMessage('erase');
    eraseAll();
    return;
  }

  const status = document.querySelector('[data-line]');
  if (!status) return;
  const { handedOver } = status.dataset;
  const blank = document.querySelector('[data-blank]');
  let pause = 2000;
  let timer;

  // What waits: by question the answer and when it was given.
  const waiting = () => JSON.parse(sessionStorage.getItem(WAITING) ?? '{}');
  const keepWaiting = (answers) => (Object.keys(answers).length
    ? sessionStorage.setItem(WAITING, JSON.stringify(answers))
    : sessionStorage.removeItem(WAITING));
  const count = () => Object.keys(waiting()).length;

  function say(what) {
    status.textContent = (status.dataset[what] ?? '').replace('#', count());
    status.dataset.says = what;
    if (what === 'ended') {
      const link = Object.assign(document.createElement('a'), { href: '/svara', textContent: status.dataset.enter });
      status.append(' ', link);
    }
  }

  /** Says it where it is seen, though the button that was pressed is further down. */
  function sayHere(what) {
    say(what);
    status.scrollIntoView({ block: 'center' });
  }

  // No answer within the patience counts as no line. A redirect leads to where one comes in: the session has ended.
  const ask = (path, form) => fetch(path, {
    method: form ? 'POST' : 'GET', body: form, redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE),
  });

  /** The session's round and token; 'none' without a line, 'ended' without a session, 'over' when there is no more to answer. */
  async function line() {
    if (!navigator.onLine) return { state: 'none' };
    try {
      const answer = await ask('/svara/line.json');
      if (answer.type === 'opaqueredirect') return { state: 'ended' };
      if (answer.status === 404) return { state: 'over' };
      return { state: 'open', ...await answer.json() };
    } catch {
      return { state: 'none' };
    }
  }

  async function send(token) {
    const sent = waiting();
    const form = new URLSearchParams({ _csrf: token, round: sessionStorage.getItem(ROUND) });
    Object.entries(sent).forEach(([number, { answer, at }]) =>
      form.append('waiting', `${number}:${answer}:${Math.max(0, Date.now() - at)}`));
    try {
      const answer = await ask('/svara/line', form);
      if (answer.type === 'opaqueredirect') return 'ended';
      if (answer.status !== 200) return { 403: 'stale', 404: 'over' }[answer.status] ?? 'none';
      await answer.json();
    } catch {
      return 'none';
    }
    // What was changed while it was being sent waits for the next time.
    const left = waiting();
    Object.keys(sent).filter((number) => left[number]?.at === sent[number].at).forEach((number) => delete left[number]);
    keepWaiting(left);
    return 'open';
  }

  async function attempt() {
    const here = document.querySelector('form [name=_csrf]')?.value;
    const straight = here && status.dataset.round && count() && navigator.onLine ? await send(here) : 'stale';
    if (straight !== 'stale') return straight;
    const { state, round, token } = await line();
    if (state !== 'open') return state;
    if (handedOver === undefined && round !== sessionStorage.getItem(ROUND)) return 'over';
    return count() ? send(token) : 'open';
  }

  /** Whether this is the kept page in the place of one that only the server has, such as the one to look over. */
  const standsIn = () => blank && /^\/svara\/(start|look-over)$/.test(location.pathname);

  let running;
  /** Sends what waits, one sending at a time, and says how it went. */
  async function flush() {
    running ??= attempt().finally(() => { running = undefined; });
    const had = count();
    const state = await running;
    if (state === 'over') await over();
    if (state === 'ended' && count()) say('ended');
    if (state === 'none') wait();
    if (state === 'open') back(had);
    return state;
  }

  /** Another round's answers are never sent; the server tells where to go on. */
  async function over() {
    await eraseAll();
    location.assign('/svara/start');
  }

  function wait() {
    navigator.serviceWorker?.controller?.postMessage('down');
    if (count()) say('waiting');
    else if (!standsIn()) return;
    clearTimeout(timer);
    timer = setTimeout(flush, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }

  function back(had) {
    clearTimeout(timer);
    pause = 2000;
    navigator.serviceWorker?.controller?.postMessage('up');
    if (count()) return;
    if (had && status.dataset.says) say('saved');
    // What was answered meanwhile is not on this page yet.
    if (standsIn() || (had && location.pathname === '/svara/look-over')) {
      if (had) sessionStorage.setItem(SENT, 'yes');
      location.reload();
    }
  }

  /** Where the form leads, as the server would lead. */
  function onward(form, go, number) {
    const last = Number(blank?.dataset.blank ?? form.dataset.questions);
    if (go === 'back') return number === 1 ? '/svara/start' : `/svara/question/${number - 1}`;
    return form.elements.from || number === last ? '/svara/look-over' : `/svara/question/${number + 1}`;
  }

  // Within the kept page one goes on without asking the line again.
  function goTo(path) {
    if (blank && (count() || !navigator.onLine)) {
      history.pushState(null, '', path);
      show();
    } else {
      location.assign(path);
    }
  }

  async function answered(event, form) {
    const number = Number(form.dataset.question);
    const go = event.submitter?.value ?? 'on';
    const chosen = form.querySelector('input[name=answer]:checked');
    if (!chosen && go !== 'leave') {
      if (!blank) return;
      event.preventDefault();
      if (go === 'back') goTo(onward(form, go, number));
      else form.querySelector('[data-choose]').hidden = false;
      return;
    }
    event.preventDefault();
    if (chosen) keepWaiting({ ...waiting(), [number]: { answer: chosen.value, at: Date.now() } });
    const state = await flush();
    delete form.dataset.sent;
    if (go === 'leave') {
      if (state === 'open') leave();
      else if (state === 'none') sayHere('leave');
    } else if (state === 'open') {
      location.assign(onward(form, go, number));
    } else if (state === 'none' && (blank || await kept())) {
      goTo(onward(form, go, number));
    } else if (state !== 'over') {
      status.scrollIntoView({ block: 'center' });
    }
  }

  /** Whether the questions are kept for going on without a line. They are not, in the first moments on the first page. */
  const kept = async () => navigator.serviceWorker?.controller
    && caches.match('/svara/blank', { ignoreSearch: true, ignoreVary: true });

  /** The answer is saved already: only the session is to be ended. */
  async function leave() {
    const { token } = await line();
    const form = Object.assign(document.createElement('form'), { method: 'post', action: '/svara/leave', hidden: true });
    form.append(Object.assign(document.createElement('input'), { name: '_csrf', value: token ?? '' }));
    document.body.append(form);
    form.submit();
  }

  // What can't wait asks first whether there is a line; if not, all stays on the screen.
  async function askFirst(event, form) {
    if (form.dataset.asked) return;
    event.preventDefault();
    const state = await flush();
    delete form.dataset.sent;
    if (state === 'over') return;
    if (state !== 'none') {
      form.dataset.asked = 'yes';
      form.requestSubmit(event.submitter);
      delete form.dataset.asked;
    } else {
      sayHere(handedOver !== undefined ? 'unsaved' : form.matches('.leave') ? 'leave' : 'needed');
    }
  }

  function listen(form) {
    if (form.dataset.question) form.addEventListener('submit', (event) => answered(event, form));
    else if (form.dataset.askLine !== undefined) form.addEventListener('submit', (event) => askFirst(event, form));
    const chosen = waiting()[form.dataset.question]?.answer;
    const radio = chosen && form.querySelector(`input[name=answer][value="${chosen}"]`);
    if (radio) radio.checked = true;
  }

  /** Shows, on the kept page, the question of the address. */
  function show() {
    const number = location.pathname.match(/\/question\/(\d+)$/)?.[1] ?? 'other';
    const kept = document.querySelector(`template[data-for="${number}"]`) ?? document.querySelector('template[data-for=other]');
    blank.replaceChildren(kept.content.cloneNode(true));
    document.title = `${kept.dataset.title} – Framsteg`;
    blank.querySelectorAll('form').forEach(listen);
    blank.querySelectorAll('[data-again]').forEach((link) => link.setAttribute('href', location.pathname));
    blank.querySelectorAll('.answer-skip').forEach((link) => link.addEventListener('click', (event) => {
      event.preventDefault();
      goTo(link.getAttribute('href'));
    }));
    window.scrollTo(0, 0);
    document.getElementById('main').focus({ preventScroll: true });
  }

  /** Keeps the questions, and the files beside them, for when there is no line. */
  async function keepQuestions() {
    if (!navigator.serviceWorker || !window.caches) return;
    const kept = `/svara/blank?language=${document.documentElement.lang}`;
    const known = await caches.match(kept, { ignoreVary: true });
    await navigator.serviceWorker.register('/svara/worker.js', { scope: '/svara' });
    if (known) return;
    await forgetQuestions();
    const page = await fetch('/svara/blank', { redirect: 'error', cache: 'no-store' });
    if (!page.ok) return;
    const cache = await caches.open(CACHE);
    const html = await page.clone().text();
    await cache.addAll([...new Set([...html.matchAll(/(?:href|src)="(\/(?:css|js|img)\/[^"]+)"/g)].map((file) => file[1]))]);
    await cache.put(kept, page);
  }

  async function begin() {
    const { round } = status.dataset;
    if (round && sessionStorage.getItem(ROUND) !== round) {
      forgetAnswers();
      await forgetQuestions();
      sessionStorage.setItem(ROUND, round);
    }
    if (round) keepQuestions().catch(() => {});
    if (sessionStorage.getItem(SENT)) {
      sessionStorage.removeItem(SENT);
      say('saved');
    }
    if (count()) say('waiting');
    if (count() || standsIn()) flush();
  }

  if (handedOver !== undefined) {
    // The device is the caseworker's: nothing is kept, and nothing of an earlier participant's stays.
    eraseAll();
  } else {
    tabs?.addEventListener('message', forgetAnswers);
    window.addEventListener('online', flush);
    if (blank) {
      show();
      window.addEventListener('popstate', show);
    }
    begin();
  }
  document.querySelectorAll('form').forEach((form) => { if (!blank) listen(form); });
})();
