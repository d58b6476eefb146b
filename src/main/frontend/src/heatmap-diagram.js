// What needs the diagram library; loaded when the diagram is to be seen.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

/** @param {HTMLElement} map the section of the page; the figures are those of the table's rows */
export async function paint(map) {
  const answer = await fetch(map.dataset.xml, { credentials: 'same-origin' });
  if (!answer.ok) {
    throw new Error(`The diagram: HTTP ${answer.status}`);
  }
  document.querySelector('#bagan').hidden = false;
  const container = document.querySelector('#kanvas');
  const viewer = new NavigatedViewer({
    container,
    // the wheel belongs to the page; there are buttons
    zoomScroll: { enabled: false },
    additionalModules: [{ translate: ['value', translated(map.dataset)] }],
  });
  await viewer.importXML(await answer.text());
  const svg = container.querySelector('svg');
  svg.setAttribute('role', 'group');
  svg.setAttribute('aria-label', container.dataset.label);
  document.querySelectorAll('[data-element]').forEach((row) => heat(viewer, row));
  parts(viewer, map);
  zoom(viewer);
  show(viewer, viewer.get('canvas').getRootElement());
}

function translated(words) {
  return (text, replacements = {}) =>
    (text === 'Open {element}' ? `${words.open} {element}` : text).replace(/{([^}]+)}/g, (all, key) => replacements[key] ?? all);
}

function heat(viewer, row) {
  const { element, level } = row.dataset;
  if (!viewer.get('elementRegistry').get(element)) {
    return;
  }
  viewer.get('canvas').addMarker(element, `heat-${level}`);
  const badges = document.createElement('div');
  badges.className = 't-badges';
  // a stage is small in the whole picture: its pace stands in the table
  row.querySelectorAll(row.dataset.stage ? 'a[data-badge]' : '[data-badge]').forEach((figure) => {
    const badge = document.createElement(figure.href ? 'a' : 'span');
    const number = figure.firstElementChild?.textContent ?? figure.textContent;
    badge.className = `t-badge t-badge--${figure.dataset.badge}`;
    badge.append(number);
    if (figure.href) {
      badge.href = figure.getAttribute('href');
      badge.setAttribute('aria-label', figure.textContent);
      badge.title = figure.textContent;
    }
    if (figure.dataset.badge === 'pace' || number !== '0') {
      badges.append(badge);
    }
  });
  viewer.get('overlays').add(element, 'heat', { position: { top: -32, left: -6 }, html: badges, scale: { min: 1, max: 1.2 } });
}

/** A button for the whole and for each stage: the diagram's own arrows are small, and one of them leads nowhere back. */
function parts(viewer, map) {
  const canvas = viewer.get('canvas');
  const bar = document.querySelector('#bagian');
  const add = (name, root) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 't-map__button';
    button.textContent = name;
    button.addEventListener('click', () => show(viewer, root));
    canvasRootChanged(viewer, root, button);
    bar.append(button);
  };
  add(map.dataset.all, canvas.getRootElement());
  document.querySelectorAll('[data-stage]').forEach((row) => {
    const plane = canvas.findRoot(`${row.dataset.element}_plane`);
    if (plane) {
      add(row.dataset.name, plane);
    }
  });
}

function canvasRootChanged(viewer, root, button) {
  const mark = (now) => button.setAttribute('aria-pressed', String(now === root));
  mark(viewer.get('canvas').getRootElement());
  viewer.get('eventBus').on('root.set', ({ element }) => mark(element));
}

function show(viewer, root) {
  const canvas = viewer.get('canvas');
  canvas.setRootElement(root);
  fit(canvas);
}

// smaller than this, badges would cover each other; steps have more of them than stages
const SMALLEST_WHOLE = 0.45;
const SMALLEST_STAGE = 0.8;

/** All of it with a margin, for badges and labels stick out. */
function fit(canvas) {
  canvas.resized();
  canvas.zoom('fit-viewport', 'auto');
  const whole = canvas.zoom() * 0.92;
  const smallest = canvas.getRootElement().id.endsWith('_plane') ? SMALLEST_STAGE : SMALLEST_WHOLE;
  if (whole >= smallest) {
    canvas.zoom(whole, 'auto');
    return;
  }
  // what is too large begins where the procedure begins: on the left
  const { inner, outer } = canvas.viewbox();
  const width = outer.width / smallest;
  const height = outer.height / smallest;
  canvas.viewbox({
    x: inner.width > width ? inner.x - 60 : inner.x + (inner.width - width) / 2,
    y: inner.height > height ? inner.y - 40 : inner.y + (inner.height - height) / 2,
    width,
    height,
  });
}

function zoom(viewer) {
  document.querySelectorAll('[data-zoom]').forEach((button) => {
    button.addEventListener('click', () => {
      const canvas = viewer.get('canvas');
      const by = { in: 1.3, out: 1 / 1.3 }[button.dataset.zoom];
      if (by) {
        canvas.zoom(canvas.zoom() * by, 'auto');
      } else {
        fit(canvas);
      }
    });
  });
}
