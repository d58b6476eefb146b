import { defineConfig } from 'vite';

// One folder of its own below static/: emptyOutDir must not wipe what Maven copied beside it.
export default defineConfig({
  base: '/app/',
  build: {
    outDir: '../../../target/classes/static/app',
    emptyOutDir: true,
    manifest: true,
    modulePreload: { polyfill: false },
    target: 'es2020',
    rolldownOptions: {
      input: { site: 'src/site.js', board: 'src/board.js', heatmap: 'src/heatmap.js', passkey: 'src/passkey.js' },
      checks: { eval: false }, // htmx has some, which board.js turns off
    },
  },
  css: {
    preprocessorOptions: { scss: { quietDeps: true } },
  },
});
