// Åpner sidene i en ekte nettleser og skriver det som ble funnet, som JSON.
// Bruk: node kjor.mjs '{"chromium": "/usr/bin/chromium", "sider": ["/a.html"]}'
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");
const { chromium: sti, sider } = JSON.parse(process.argv[2]);
const nettleser = await chromium.launch({ executablePath: sti, args: ["--no-sandbox"] });
const svar = {};

for (const fil of sider) {
  const side = await nettleser.newPage({ bypassCSP: true, viewport: { width: 1280, height: 1000 } });
  const hentet = [];
  side.on("request", (r) => r.url().startsWith("file:") || hentet.push(r.url()));
  await side.goto(`file://${fil}`);
  await side.evaluate(axe);
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
  const tall = await side.evaluate(() =>
    [...document.querySelectorAll("[data-fra]")].map((e) => ({ fra: e.dataset.fra, tekst: e.textContent, fortegn: e.textContent.startsWith("+") })),
  );
  const celler = await side.evaluate(() =>
    [...document.querySelectorAll("td")].filter((e) => !e.dataset.fra && /^[+−]?[\d\u00a0,]+$/.test(e.textContent)).map((e) => e.textContent),
  );
  const figurer = await side.evaluate(() =>
    [...document.querySelectorAll("svg[role=img]")].map((s) => [s.querySelector("title")?.textContent ?? "", s.querySelector("desc")?.textContent ?? ""]),
  );
  await side.emulateMedia({ media: "print" });
  const pdf = await side.pdf({ preferCSSPageSize: true, printBackground: false });
  const raa = pdf.toString("latin1");
  const tekst = await side.evaluate(() => document.body.innerText);
  await side.emulateMedia({ media: "print", colorScheme: "light" });
  svar[fil] = {
    feil, rull, hentet, tall, celler, figurer, tekst,
    sider: (raa.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length,
    format: (raa.match(/\/MediaBox\s*\[([^\]]*)\]/) ?? [])[1],
  };
  await side.close();
}
await nettleser.close();
process.stdout.write(JSON.stringify(svar));
