// A signature drawn with a finger, a pen or a mouse, kept as the lines of an SVG path. Signing on paper is the way without it.
const pad = document.querySelector('[data-signature]');
const picture = pad.querySelector('svg');
const path = picture.querySelector('path');
const kept = pad.closest('form').elements.drawing;
const STEP = 3;
const LONGEST = 20000;

let last;

function place(event) {
  const box = picture.getBoundingClientRect();
  const within = (value, most) => Math.min(most, Math.max(0, Math.round(value)));
  return {
    x: within(((event.clientX - box.left) / box.width) * 600, 600),
    y: within(((event.clientY - box.top) / box.height) * 200, 200),
  };
}

function draw(command, point) {
  const more = `${command}${point.x} ${point.y}`;
  if (kept.value.length + more.length > LONGEST) return;
  kept.value += more;
  path.setAttribute('d', kept.value);
  last = point;
}

picture.addEventListener('pointerdown', (event) => {
  if (!event.isPrimary || event.button !== 0) return;
  event.preventDefault();
  picture.setPointerCapture(event.pointerId);
  draw('M', place(event));
});
picture.addEventListener('pointermove', (event) => {
  if (!last || !event.isPrimary) return;
  for (const one of event.getCoalescedEvents?.().length ? event.getCoalescedEvents() : [event]) {
    const point = place(one);
    if (Math.abs(point.x - last.x) + Math.abs(point.y - last.y) >= STEP) draw('L', point);
  }
});
['pointerup', 'pointercancel'].forEach((end) => picture.addEventListener(end, () => { last = undefined; }));
pad.querySelector('[data-clear]').addEventListener('click', () => {
  kept.value = '';
  path.setAttribute('d', '');
});
// What came back and is no drawing is not drawn on: it would never be one.
if (!/^(M\d+ \d+(L\d+ \d+)*)*$/.test(kept.value)) pad.querySelector('[data-clear]').click();
pad.hidden = false;
