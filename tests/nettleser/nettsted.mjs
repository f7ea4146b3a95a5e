// Åpner sider på nettstedet i en ekte nettleser, rett fra mappen, og skriver det som ble funnet, som JSON.
// Bruk: node nettsted.mjs '{"chromium": "…", "sider": ["/site/index.html"], "sok": "bunnfradrag"}'
import { aapne, bredde, iBreddene } from "./felles.mjs";

const { chromium: sti, sider, sok } = JSON.parse(process.argv[2]);
const nettleser = await aapne(sti);
const side = await nettleser.newPage();
let hentet = [];
let uventet = [];
side.on("request", (r) => /^(file|data|blob):/.test(r.url()) || hentet.push(r.url()));
side.on("pageerror", (e) => uventet.push(String(e)));

async function se() {
  const svar = { ...(await iBreddene(side, [1280, 360])), hentet, uventet };
  [hentet, uventet] = [[], []];
  return svar;
}

const svar = {};
for (const fil of sider) {
  await bredde(side, 1280);
  await side.goto(`file://${fil}`);
  svar[fil] = await se();
}

// Søket, fra den siste siden
await bredde(side, 1280);
await side.fill(".md-search__input", sok);
await side.waitForSelector(".md-search-result__item");
const treff = await side.locator(".md-search-result__item h1, .md-search-result__item h2").allInnerTexts();
svar.sok = { ...(await se()), treff };

await nettleser.close();
process.stdout.write(JSON.stringify(svar));
