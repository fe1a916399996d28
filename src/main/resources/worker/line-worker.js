// Lets the questionnaire go on without a line. It answers from what line.js has kept: the files beside the pages, and one page
// with all questions and no answers. It keeps nothing itself, and no page with a person's answers is ever kept.
const PATIENCE = 8000;
const PAUSE = 5000;
let downUntil = 0;

self.addEventListener('install', (event) => {
  // Else Chromium asks the network beside the worker, and without a line its own failure can be shown before our answer.
  event.addRoutes?.({ condition: { urlPattern: new URLPattern({}) }, source: 'fetch-event' });
  self.skipWaiting();
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => { downUntil = event.data === 'down' ? Date.now() + PAUSE : 0; });

const blank = () => caches.match('/svara/blank', { ignoreSearch: true, ignoreVary: true });

// No answer within the patience counts as no line.
const inTime = (request) => new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error('no answer in time')), PATIENCE);
  fetch(request).then(resolve, reject);
});

async function page(request) {
  const kept = await blank();
  if (!kept) return fetch(request);
  if (Date.now() < downUntil && request.method === 'GET') return kept;
  try {
    return await inTime(request);
  } catch {
    downUntil = Date.now() + PAUSE;
    return kept;
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.mode === 'navigate' && /^\/svara\/(question\/\d+|start|look-over)$/.test(pathname)) {
    event.respondWith(page(request));
  } else if (request.method === 'GET' && /^\/(css|js|img)\//.test(pathname)) {
    event.respondWith(caches.match(request, { ignoreVary: true }).then((kept) => kept ?? fetch(request)));
  }
});
