// Det alle prøvene i nettleseren trenger: nettleseren selv, og en side sett på i flere bredder.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");
const KRAV = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] };

export const aapne = (executablePath) => chromium.launch({ executablePath, args: ["--no-sandbox"] });

// Feilene en skjermleser ville møtt på siden slik den er nå.
export async function feilForSkjermlesere(side) {
  if (!(await side.evaluate(() => "axe" in globalThis))) await side.evaluate(axe);
  const funn = await side.evaluate((runOnly) => axe.run(document, { runOnly }), KRAV);
  return funn.violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.map((n) => n.target).slice(0, 3)}`);
}

// Ny bredde. Siden er ferdig stilt om når den er tegnet på nytt, og det som glir på plass, er framme.
export async function bredde(side, width, height = 800) {
  await side.setViewportSize({ width, height });
  await side.evaluate(async () => {
    const tegnet = () => new Promise((ferdig) => requestAnimationFrame(() => requestAnimationFrame(ferdig)));
    await tegnet();
    const glir = document.getAnimations().filter((a) => a.effect.getComputedTiming().endTime < Infinity);
    await Promise.allSettled(glir.map((a) => a.finished));
    await tegnet();
  });
}

// Hvor mye siden er bredere enn skjermen i hver bredde, og feil for skjermlesere i noen av dem.
export async function iBreddene(side, bredder, lest = bredder) {
  const rull = {};
  const feil = [];
  for (const width of bredder) {
    await bredde(side, width);
    rull[width] = await side.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (lest.includes(width)) feil.push(...(await feilForSkjermlesere(side)).map((f) => `${width}: ${f}`));
  }
  return { rull, feil };
}
