// Åpner sider på nettstedet i en ekte nettleser, rett fra mappen, og skriver det som ble funnet, som JSON.
// Bruk: node nettsted.mjs '{"chromium": "…", "sider": ["/site/index.html"], "sok": "bunnfradrag"}'
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");
const { chromium: sti, sider, sok } = JSON.parse(process.argv[2]);
const nettleser = await chromium.launch({ executablePath: sti, args: ["--no-sandbox"] });
const side = await nettleser.newPage();
let hentet = [];
let uventet = [];
side.on("request", (r) => /^(file|data|blob):/.test(r.url()) || hentet.push(r.url()));
side.on("pageerror", (e) => uventet.push(String(e)));

async function se() {
  const feil = [];
  const rull = {};
  for (const width of [1280, 360]) {
    await side.setViewportSize({ width, height: 800 });
    rull[width] = await side.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const funn = await side.evaluate(() =>
      axe.run(document, { runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] } }),
    );
    feil.push(...funn.violations.map((v) => `${width}: ${v.id}: ${v.help}: ${v.nodes.map((n) => n.target).slice(0, 3)}`));
  }
  const svar = { feil, rull, hentet, uventet };
  [hentet, uventet] = [[], []];
  return svar;
}

const svar = {};
for (const fil of sider) {
  await side.setViewportSize({ width: 1280, height: 800 });
  await side.goto(`file://${fil}`);
  await side.evaluate(axe);
  svar[fil] = await se();
}

// Søket, fra den siste siden
await side.setViewportSize({ width: 1280, height: 800 });
await side.fill(".md-search__input", sok);
await side.waitForSelector(".md-search-result__item");
const treff = await side.locator(".md-search-result__item h1, .md-search-result__item h2").allInnerTexts();
svar.sok = { ...(await se()), treff };

await nettleser.close();
process.stdout.write(JSON.stringify(svar));
