/**
 * Shows the open step where it can be read. Tasklist opens the diagram in the stage of the step, but fits its zoom to
 * the overview, so that a long stage is a line of dots and its end is outside.
 */
const READABLE = 0.9;

/** Asks the viewer inside Tasklist's widget; without it the diagram just stays as Tasklist drew it. */
function viewerOf(widget) {
  return window.angular?.element(widget).isolateScope()?.control?.getViewer?.();
}

function showStep(widget) {
  const step = widget.querySelector('.djs-element.highlight')?.dataset.elementId;
  const viewer = step && viewerOf(widget);
  if (!viewer) {
    return;
  }
  const canvas = viewer.get('canvas');
  const { x, y, width, height } = viewer.get('elementRegistry').get(step);
  const { outer } = canvas.viewbox();
  canvas.viewbox({
    x: x + width / 2 - outer.width / READABLE / 2,
    y: y + height / 2 - outer.height / READABLE / 2,
    width: outer.width / READABLE,
    height: outer.height / READABLE,
  });
}

// once for each diagram: afterwards the officer moves it himself
const shown = new WeakSet();

new MutationObserver(() => {
  const widget = document.querySelector('[cam-widget-bpmn-viewer]');
  if (widget && !shown.has(widget) && widget.querySelector('.djs-element.highlight')) {
    shown.add(widget);
    requestAnimationFrame(() => showStep(widget)); // after Tasklist's own zoom, which comes in the same turn
  }
}).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
