// Åpner sidene i en ekte nettleser og skriver det som ble funnet, som JSON.
// Bruk: node kjor.mjs '{"chromium": "/usr/bin/chromium", "sider": ["/a.html"], "lange": []}'
// De lange sidene leses av skjermleseren bare i den store bredden.
import { availableParallelism } from "node:os";
import { aapne, iBreddene } from "./felles.mjs";

const { chromium: sti, sider, lange } = JSON.parse(process.argv[2]);
const BREDDER = [1280, 360];
const nettleser = await aapne(sti);
const svar = {};

async function se(fil) {
  const side = await nettleser.newPage({ bypassCSP: true, viewport: { width: 1280, height: 1000 } });
  const hentet = [];
  side.on("request", (r) => r.url().startsWith("file:") || hentet.push(r.url()));
  await side.goto(`file://${fil}`);
  const { feil, rull } = await iBreddene(side, BREDDER, lange.includes(fil) ? [BREDDER[0]] : BREDDER);
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

// Så mange sider om gangen som maskinen har kjerner.
const igjen = [...sider];
const enRekke = async () => {
  for (let fil = igjen.shift(); fil; fil = igjen.shift()) await se(fil);
};
await Promise.all(Array.from({ length: availableParallelism() }, enRekke));
await nettleser.close();
process.stdout.write(JSON.stringify(svar));
