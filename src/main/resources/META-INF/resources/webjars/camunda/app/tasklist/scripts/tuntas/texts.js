/**
 * Indonesian for the texts that neither Tasklist nor form-js 1.8.7 lets us translate: they are fixed in the code.
 *
 * Only the places named here are touched, never a text that an author or an officer wrote.
 */
import { language } from './language.js';

/** Text inside an element: selector → [English, Indonesian] pairs; an English RegExp may capture. */
const TEXTS = {
  '.fjs-form-field-error li': [
    ['Field is required.', 'Wajib diisi.'],
    [/^Field must match pattern .*\.$/s, 'Isian belum sesuai petunjuk.'],
    [/^Field must have minimum value of (.*)\.$/, 'Paling kecil $1.'],
    [/^Field must have maximum value of (.*)\.$/, 'Paling besar $1.'],
    [/^Field must have minimum length of (.*)\.$/, 'Paling sedikit $1 karakter.'],
    [/^Field must have maximum length of (.*)\.$/, 'Paling banyak $1 karakter.'],
    [/^Field must be a valid +international phone number\..*$/, 'Tulis nomor telepon dengan kode negara, misalnya +6281234567890.'],
    ['Field must be a valid email.', 'Tulis alamat surel yang benar.'],
    ['Value is not a number.', 'Isi dengan angka.'],
    ['Value is expected to be an integer.', 'Isi dengan bilangan bulat.'],
    [/^Value is expected to have at most (\d+) decimal digits?\.$/, 'Paling banyak $1 angka di belakang koma.'],
    [/^Please select a valid value, the two nearest valid values are (.*) and (.*)\.$/, 'Nilai ini tidak dapat dipakai. Yang terdekat: $1 atau $2.'],
    ['Date and time must both be entered.', 'Isi tanggal dan jamnya.'],
  ],
  '.fjs-select-placeholder': [['Select', 'Pilih']],
  '.fjs-dropdownlist-empty': [
    ['No results', 'Tidak ada yang cocok'],
    ['All values selected', 'Semua sudah dipilih'],
  ],
  '.fjs-taglist-skip-link': [['Skip to search', 'Langsung ke pencarian']],
  '.fjs-repeat-render-add': [['Add new', 'Tambah']],
  '.fjs-repeat-render-collapse': [
    [/^Expand all \((\d+)\)$/, 'Tampilkan semua ($1)'],
    ['Collapse', 'Ringkas'],
  ],
  '.fjs-table-nav-label': [['of', 'dari']],
  '.fjs-table-td, .fjs-table-empty': [['Nothing to show.', 'Belum ada isinya.']],
  '.fjs-iframe-placeholder': [
    ['No content to show.', 'Belum ada isinya.'],
    ["External content couldn't be loaded.", 'Isi dari luar tidak dapat dimuat.'],
  ],
  '.uib-daypicker .sr-only, .uib-monthpicker .sr-only, .uib-yearpicker .sr-only': [['previous', 'sebelumnya'], ['next', 'berikutnya']],
  '.flatpickr-weekday': [
    ['Sun', 'Min'], ['Mon', 'Sen'], ['Tue', 'Sel'], ['Wed', 'Rab'], ['Thu', 'Kam'], ['Fri', 'Jum'], ['Sat', 'Sab'],
  ],
  '.flatpickr-monthDropdown-month, .flatpickr-current-month .cur-month': [
    ['January', 'Januari'], ['February', 'Februari'], ['March', 'Maret'], ['May', 'Mei'], ['June', 'Juni'], ['July', 'Juli'],
    ['August', 'Agustus'], ['October', 'Oktober'], ['December', 'Desember'],
  ],
};

/** Attributes: attribute → selector → pairs. */
const ATTRIBUTES = {
  placeholder: {
    '.fjs-container input': [['Search', 'Cari'], ['hh:mm', 'jj:mm'], ['dd/mm/yyyy', 'hh/bb/tttt'], ['hh:mm ?m', 'jj:mm AM/PM']],
  },
  title: {
    '.fjs-taglist-tag-remove': [['Remove tag', 'Hapus pilihan']],
    '.navigation button': [['zoom in', 'Perbesar'], ['zoom out', 'Perkecil'], ['reset zoom', 'Ukuran semula']],
    '.flatpickr-monthDropdown-months': [['Month', 'Bulan']],
  },
  'aria-label': {
    '.fjs-number-arrow-up': [['Increment', 'Tambah']],
    '.fjs-number-arrow-down': [['Decrement', 'Kurangi']],
    '.fjs-taglist-tag-remove': [['Remove tag', 'Hapus pilihan']],
    '.fjs-repeat-row-remove': [[/^Remove list item (\d+)$/, 'Hapus baris $1']],
    '.fjs-table-nav-button': [['Previous page', 'Halaman sebelumnya'], ['Next page', 'Halaman berikutnya']],
    '.fjs-table-th': [
      [/^Click to sort by (.*) descending$/, 'Klik untuk mengurutkan $1 menurun'],
      [/^Click to sort by (.*) ascending$/, 'Klik untuk mengurutkan $1 menaik'],
      ['Click to remove sorting', 'Klik untuk menghapus urutan'],
    ],
    '.flatpickr-monthDropdown-months': [['Month', 'Bulan']],
    '.flatpickr-current-month input': [['Year', 'Tahun']],
    '.flatpickr-hour': [['Hour', 'Jam']],
    '.flatpickr-minute': [['Minute', 'Menit']],
  },
};

function translate(text, pairs) {
  const plain = text.trim();
  for (const [english, indonesian] of pairs) {
    if (english instanceof RegExp ? english.test(plain) : english === plain) {
      const translated = english instanceof RegExp ? plain.replace(english, indonesian) : indonesian;
      return text.replace(plain, () => translated); // keeps the spaces around it
    }
  }
  return text;
}

function translateText(node) {
  for (const [selector, pairs] of Object.entries(TEXTS)) {
    if (node.parentElement?.closest(selector)) {
      const translated = translate(node.data, pairs);
      if (translated !== node.data) {
        node.data = translated;
      }
    }
  }
}

function translateAttribute(element, name) {
  const value = element.getAttribute(name);
  if (value === null) {
    return;
  }
  for (const [selector, pairs] of Object.entries(ATTRIBUTES[name])) {
    if (element.matches(selector)) {
      const translated = translate(value, pairs);
      if (translated !== value) {
        element.setAttribute(name, translated);
      }
    }
  }
}

const NAMES = Object.keys(ATTRIBUTES);

function translateTree(root) {
  if (root.nodeType === Node.TEXT_NODE) {
    translateText(root);
    return;
  }
  if (root.nodeType !== Node.ELEMENT_NODE) {
    return;
  }
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = root; node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      translateText(node);
    } else {
      NAMES.forEach(name => translateAttribute(node, name));
    }
  }
}

function onChange(changes) {
  for (const change of changes) {
    if (change.type === 'attributes') {
      translateAttribute(change.target, change.attributeName);
    } else if (change.type === 'characterData') {
      translateText(change.target);
    } else {
      change.addedNodes.forEach(translateTree);
    }
  }
}

if (language === 'id') {
  translateTree(document.body);
  new MutationObserver(onChange).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: NAMES,
  });
}
