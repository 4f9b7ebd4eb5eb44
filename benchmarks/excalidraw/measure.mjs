// node measure.mjs MODULES CHROMIUM < wanted: bundle the page, run it, print what it took as JSON.

import { createServer } from "node:http";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { text } from "node:stream/consumers";

const [modules, chromium] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const need = createRequire(join(modules, "package.json"));
const { build } = need("esbuild");
const { launch } = need("puppeteer-core");
const wanted = JSON.parse(await text(process.stdin));

const TYPES = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html" };
const PAGE = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/index.css">
<style>html, body, #board { height: 100%; margin: 0 }</style><div id="board"></div>
<script>window.EXCALIDRAW_ASSET_PATH = "/"</script><script type="module" src="/board.js"></script>`;

const folder = await mkdtemp(join(tmpdir(), "board-"));
await build({
  entryPoints: [join(here, "board.jsx")],
  outdir: folder,
  bundle: true,
  splitting: true,
  minify: true,
  format: "esm",
  jsx: "automatic",
  conditions: ["production"],
  define: { "process.env.NODE_ENV": '"production"', "process.env.IS_PREACT": '"false"' },
  nodePaths: [join(modules, "node_modules")],
  logLevel: "error",
});
const shipped = join(modules, "node_modules/@excalidraw/excalidraw/dist/prod");
const server = createServer(async (asked, answer) => {
  const path = new URL(asked.url, "http://localhost").pathname;
  answer.setHeader("Content-Type", TYPES[extname(path) || ".html"] ?? "application/octet-stream");
  if (path === "/") return answer.end(PAGE);
  for (const root of [folder, shipped]) {
    const found = await readFile(join(root, path)).catch(() => null);
    if (found) return answer.end(found);
  }
  answer.writeHead(404).end();
}).listen(0, "127.0.0.1");

// Drawn by software, as fast as it can: no frame waits for a screen.
const browser = await launch({
  executablePath: chromium,
  args: ["--no-sandbox", "--disable-gpu", "--disable-gpu-vsync", "--disable-frame-rate-limit"],
  defaultViewport: { width: wanted.width, height: wanted.height },
  protocolTimeout: 600_000,
});
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(String(error)));
  // Processor time of all processes: of the page, of what puts it on the screen, of the browser.
  const devtools = await browser.target().createCDPSession();
  const busy = async () => {
    const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
  };
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction("window.open_board");
  const found = { open: await page.evaluate((cards) => window.open_board(cards), wanted.cards) };
  await new Promise((done) => setTimeout(done, 1000));
  for (const [name, args] of Object.entries(wanted.gestures)) {
    const before = await busy();
    const told = await page.evaluate((name, args) => window[name](...args), name, args);
    found[name] = { ...told, cpu: ((await busy()) - before) / told.times.length };
  }
  if (wanted.picture) await page.screenshot({ path: wanted.picture });
  found.version = await browser.version();
  console.log(JSON.stringify(found));
} finally {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true });
}
