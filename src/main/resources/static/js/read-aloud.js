// Reads a part of the page aloud with the browser's own voice. Without a voice for the page's language there is no button.
const main = document.querySelector('main[data-read-aloud]');
const speech = window.speechSynthesis;
const language = document.documentElement.lang;
let reading = null;

const voiceFor = (lang) => speech.getVoices().find((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === lang);

const TOLD = 'h1, h2, h3, p, li, label, dt, dd, summary';

// The innermost pieces of text that can be seen, in order.
const pieces = (part) => [...part.querySelectorAll(TOLD)].filter((piece) =>
  !piece.querySelector(TOLD) && piece.checkVisibility() && !piece.closest('.visually-hidden, .leave, .error-summary')
  && piece.innerText.trim());

const stop = () => {
  speech.cancel();
  if (reading) {
    reading.textContent = main.dataset.readAloud;
  }
  reading = null;
};

const read = (button, part) => {
  stop();
  reading = button;
  button.textContent = main.dataset.stop;
  const said = pieces(part).map((piece) => {
    const lang = (piece.querySelector('[lang]') ?? piece).closest('[lang]').lang;
    const utterance = new SpeechSynthesisUtterance(piece.innerText);
    utterance.lang = lang;
    utterance.voice = voiceFor(lang) ?? null;
    return utterance;
  });
  if (said.length === 0) {
    stop();
    return;
  }
  said.at(-1).addEventListener('end', () => { if (reading === button) stop(); });
  said.forEach((utterance) => speech.speak(utterance));
};

const offer = () => {
  if (!voiceFor(language) || main.querySelector('.read-aloud')) return;
  const marked = [...main.querySelectorAll('[data-aloud]')];
  (marked.length > 0 ? marked : [main]).forEach((part) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'link-button read-aloud';
    button.textContent = main.dataset.readAloud;
    button.addEventListener('click', () => (reading === button ? stop() : read(button, part)));
    part.prepend(button);
  });
};

if (main && speech) {
  offer();
  speech.addEventListener?.('voiceschanged', offer);
  window.addEventListener('pagehide', stop);
}
