import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds the browser app to dist/web. Nothing inline: the Content-Security-Policy allows only our own files. */
export default defineConfig({
  root: 'src/app/web',
  plugins: [react()],
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
