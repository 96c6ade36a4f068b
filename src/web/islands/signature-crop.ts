// The box around a signature, drawn on the picture of the page. The numbers beside it stay what is sent, and the box and the
// numbers follow each other.

/** Per cent of the picture. */
type Box = { left: number; top: number; width: number; height: number };
const sides = ['left', 'top', 'width', 'height'] as const;
type Side = (typeof sides)[number];

type Crop = { picture: HTMLElement; frame: HTMLElement; fields: Record<Side, HTMLInputElement> };
/** What a pointer does with the box: `grip` names the corner that it holds. */
type Hold = { how: 'new' | 'move' | 'size'; grip: string; from: Box; x: number; y: number };

const least = 1;
const step = 1;

function start(form: HTMLFormElement): void {
  const picture = form.querySelector<HTMLElement>('.crop-picture');
  const fields = sides.map((side) => [side, form.querySelector<HTMLInputElement>(`input[name="${side}"]`)] as const);
  if (!picture || fields.some(([, field]) => field === null)) return;
  const frame = makeFrame(form.dataset['box'] ?? '');
  picture.append(frame);
  const help = form.querySelector<HTMLElement>('#crop-help');
  if (help) help.hidden = false;
  const crop: Crop = { picture, frame, fields: Object.fromEntries(fields) as Crop['fields'] };
  for (const field of Object.values(crop.fields)) field.addEventListener('input', () => place(crop));
  hearPointer(crop);
  frame.addEventListener('keydown', (event) => moveByKey(crop, event));
  place(crop);
}

function makeFrame(label: string): HTMLElement {
  const frame = document.createElement('div');
  frame.className = 'crop-frame';
  frame.tabIndex = 0;
  // A group that takes keys of its own: a screen reader says its name and what the help says.
  for (const [name, value] of [
    ['role', 'application'],
    ['aria-label', label],
    ['aria-describedby', 'crop-help'],
  ] as const)
    frame.setAttribute(name, value);
  for (const corner of ['top-left', 'top-right', 'bottom-left', 'bottom-right']) {
    const grip = document.createElement('span');
    grip.className = `crop-grip crop-${corner}`;
    grip.dataset['grip'] = corner;
    frame.append(grip);
  }
  return frame;
}

const clamp = (value: number, from: number, to: number): number => Math.min(to, Math.max(from, value));

/** The box of the numbers; what is no number counts as 0. */
function boxOf({ fields }: Crop): Box {
  const read = (side: Side): number => clamp(Number.parseFloat(fields[side].value.normalize('NFKC')) || 0, 0, 100);
  return { left: read('left'), top: read('top'), width: read('width'), height: read('height') };
}

/** Shows the box where the numbers say, without touching what is being typed. */
function place(crop: Crop): void {
  const box = boxOf(crop);
  for (const side of sides) crop.frame.style[side] = `${box[side]}%`;
}

function put(crop: Crop, { left, top, width, height }: Box): void {
  const box: Box = {
    left: clamp(left, 0, 100 - least),
    top: clamp(top, 0, 100 - least),
    width: clamp(width, least, 100 - clamp(left, 0, 100 - least)),
    height: clamp(height, least, 100 - clamp(top, 0, 100 - least)),
  };
  for (const side of sides) crop.fields[side].value = String(Math.round(box[side] * 10) / 10);
  place(crop);
}

/** Moved, it keeps its size at the edges of the page. */
const moved = (box: Box, x: number, y: number): Box => ({
  ...box,
  left: clamp(box.left + x, 0, 100 - box.width),
  top: clamp(box.top + y, 0, 100 - box.height),
});

function sized(box: Box, grip: string, x: number, y: number): Box {
  const right = box.left + box.width;
  const bottom = box.top + box.height;
  const left = grip.endsWith('left') ? clamp(box.left + x, 0, right - least) : box.left;
  const top = grip.startsWith('top') ? clamp(box.top + y, 0, bottom - least) : box.top;
  return {
    ...{ left, top },
    width: grip.endsWith('left') ? right - left : box.width + x,
    height: grip.startsWith('top') ? bottom - top : box.height + y,
  };
}

function hearPointer(crop: Crop): void {
  const { picture } = crop;
  let hold: Hold | undefined;
  picture.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || hold) return;
    const begun = holdAt(crop, event);
    // A finger beside the box scrolls the page; it takes the box itself or a corner.
    if (begun.how === 'new' && event.pointerType === 'touch') return;
    event.preventDefault(); // the picture itself is not to be dragged away
    picture.setPointerCapture(event.pointerId);
    hold = begun;
    crop.frame.focus({ preventScroll: true });
  });
  picture.addEventListener('pointermove', (event) => {
    if (!hold) return;
    const { x, y } = shareAt(picture, event);
    put(crop, held(hold, x, y));
  });
  const end = (): void => {
    hold = undefined;
  };
  picture.addEventListener('pointerup', end);
  picture.addEventListener('pointercancel', end);
}

function holdAt(crop: Crop, event: PointerEvent): Hold {
  const { x, y } = shareAt(crop.picture, event);
  const target = event.target instanceof HTMLElement ? event.target : crop.picture;
  const grip = target.dataset['grip'] ?? '';
  const isOutside = target.closest('.crop-frame') === null;
  const how = isOutside ? 'new' : grip === '' ? 'move' : 'size';
  return { how, grip, from: boxOf(crop), x, y };
}

function held({ how, grip, from, x: x0, y: y0 }: Hold, x: number, y: number): Box {
  if (how === 'move') return moved(from, x - x0, y - y0);
  if (how === 'size') return sized(from, grip, x - x0, y - y0);
  return { left: Math.min(x0, x), top: Math.min(y0, y), width: Math.abs(x - x0), height: Math.abs(y - y0) };
}

function shareAt(picture: HTMLElement, event: PointerEvent): { x: number; y: number } {
  const { left, top, width, height } = picture.getBoundingClientRect();
  return {
    x: clamp(((event.clientX - left) / width) * 100, 0, 100),
    y: clamp(((event.clientY - top) / height) * 100, 0, 100),
  };
}

const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ...{ ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] },
};

/** Arrows move the box, with Shift its lower right corner; with Alt or Control they stay the browser's. */
function moveByKey(crop: Crop, event: KeyboardEvent): void {
  const arrow = arrows[event.key];
  if (!arrow || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const [x, y] = arrow;
  put(crop, event.shiftKey ? sized(boxOf(crop), 'bottom-right', x, y) : moved(boxOf(crop), x, y));
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-island="signature-crop"]')) start(form);

export {};
