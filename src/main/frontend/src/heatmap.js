// The heat-map: paints the figures of the table onto the diagram of the SOP. On small screens only if somebody asks for it.
import './styles/heatmap.scss';

const map = document.querySelector('#peta');
const button = document.querySelector('#tampilkan');
const small = window.matchMedia('(max-width: 760px)');

async function draw() {
  button.hidden = true;
  try {
    const { paint } = await import('./heatmap-diagram.js');
    await paint(map);
  } catch (problem) {
    document.querySelector('#bagan').hidden = true;
    const failed = document.querySelector('#gagal');
    failed.textContent = map.dataset.failed;
    failed.hidden = false;
    console.error(problem);
  }
}

if (map && document.querySelector('[data-element]')) {
  map.hidden = false;
  if (small.matches) {
    // the table comes first, for readers and for the keyboard alike
    document.querySelector('#angka').after(map);
    button.hidden = false;
    button.addEventListener('click', draw);
  } else {
    draw();
  }
}
