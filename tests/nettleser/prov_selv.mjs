// Bruker siden «Prøv selv» slik en person gjør det, og skriver det som skjedde, som JSON.
// Bruk: node prov_selv.mjs '{"chromium": "…", "adresse": "http://127.0.0.1:…/", "personer": [{"id": "p4", "ark": "…"}]}'
import { readFileSync } from "node:fs";
import { aapne, feilForSkjermlesere, iBreddene } from "./felles.mjs";

const { chromium: sti, adresse, fil, personer, svarene, familien } = JSON.parse(readFileSync(0, "utf-8"));
const nettleser = await aapne(sti);
const side = await nettleser.newPage({ viewport: { width: 1280, height: 1000 }, acceptDownloads: true });
const hentet = [];
const uventet = [];
side.on("request", (r) => hentet.push(r.url()));
side.on("pageerror", (e) => uventet.push(String(e)));
side.on("console", (m) => m.type() === "error" && uventet.push(m.text()));

const tekst = (velger) => side.locator(velger).innerText();
const klar = () => side.evaluate(() => document.body.dataset.klar ?? "");
const merke = (navn) => side.evaluate((n) => performance.getEntriesByName(n).at(-1)?.startTime, navn);

// Gjør noe, og vent til alt er svart.
async function gjor(hva) {
  const foer = await klar();
  await hva();
  await side.waitForFunction((f) => {
    const { klar, endret } = document.body.dataset;
    return klar !== f && klar === endret;
  }, foer);
}

async function fil_fra(knapp) {
  const [ned] = await Promise.all([side.waitForEvent("download"), side.click(knapp)]);
  return { navn: ned.suggestedFilename(), tekst: readFileSync(await ned.path(), "utf-8") };
}

// ── Åpne ────────────────────────────────────────────────────────────────────────────────────────
const meldinger = [];
await side.exposeFunction("noter", (t) => meldinger.push(t));
await side.addInitScript(() =>
  addEventListener("DOMContentLoaded", () => {
    const status = document.getElementById("status");
    new MutationObserver(() => noter(status.textContent)).observe(status, { childList: true });
  }),
);
await side.goto(`${adresse}#p4`);
await side.waitForFunction(() => performance.getEntriesByName("vist").length);
const forst = { laster: await side.isVisible("#laster"), vist: await merke("vist"), overskrift: await tekst("#topp h2") };
await side.fill("#tall", "33");
forst.gammelt = await side.isVisible("#gammelt");
await side.waitForFunction(() => document.body.dataset.klar && document.body.dataset.klar === document.body.dataset.endret, null, { timeout: 90_000 });
forst.endret = { overskrift: await tekst("#topp h2"), tall: await side.inputValue("#tall"), gammelt: await side.isVisible("#gammelt"), laster: await side.isVisible("#laster") };
const tider = { vist: forst.vist, forste_svar: await merke("svart"), forste_alt: await merke("alt-svart") };

// ── Personene ───────────────────────────────────────────────────────────────────────────────────
const svar = {};
for (const { id, ark } of personer) {
  if ((await side.inputValue("#eksempel")) !== id) await gjor(() => side.selectOption("#eksempel", id));
  svar[id] = {
    overskrift: await tekst("#topp h2"),
    tabell: await side.locator("#hoved table").first().innerText(),
    felt: await side.locator("#spor .sp").count(),
    json: (await fil_fra("#lagre-svar")).tekst,
    fil: (await fil_fra("#lagre")).tekst,
    likt_ark: await side.evaluate((html) => {
      const eget = new DOMParser().parseFromString(html, "text/html").querySelector("main");
      return eget.isEqualNode(document.querySelector("#ark main"));
    }, ark),
  };
}

// ── Endre timene ────────────────────────────────────────────────────────────────────────────────
await gjor(() => side.selectOption("#eksempel", "p4"));
const endringer = [];
for (const timer of ["12,5", "20", "33"]) {
  await gjor(() => side.fill("#tall", timer));
  endringer.push({
    timer,
    overskrift: await tekst("#topp h2"),
    glider: await side.inputValue("#glider"),
    linje: await side.locator("#linje-sum").textContent(),
    svart: (await merke("svart")) - (await merke("endret")),
    alt: (await merke("alt-svart")) - (await merke("endret")),
  });
}

// ── Feil ────────────────────────────────────────────────────────────────────────────────────────
const galt = async () => ({
  ved_feltet: await tekst("#tall-feil"),
  merket: await side.getAttribute("#tall", "aria-invalid"),
  gammelt: await side.isVisible("#gammelt"),
  overskrift: await tekst("#topp h2"),
});
await side.fill("#tall", "200");
await side.waitForSelector("#gammelt:visible");
const feil = { galt: await galt() };
const skjermleser = { feil: await feilForSkjermlesere(side) };
await gjor(() => side.fill("#tall", "10"));
feil.rettet = await galt();

// ── Forklaringen, med tastaturet ────────────────────────────────────────────────────────────────
await side.locator("#skjerm h1").click(); // tastaturet begynner øverst
const vei = [];
for (let n = 0; n < 300; n++) {
  await side.keyboard.press("Tab");
  const her = await side.evaluate(() => document.activeElement.id || document.activeElement.className);
  vei.push(her);
  if (her === "glider") await gjor(() => side.keyboard.press("ArrowRight"));
  if (her === "hvor") break;
}
const med_pil = await tekst("#topp h2");
await side.keyboard.press("Enter");
await side.waitForSelector("dialog[open]");
const skuff = {
  tittel: await tekst("#skuff-tittel"),
  tekst: await tekst("#skuff-innhold"),
  inni: await side.evaluate(() => document.querySelector("dialog").contains(document.activeElement)),
};
skjermleser.skuff = await feilForSkjermlesere(side);
await side.locator("#skuff summary").nth(1).click();
await side.waitForSelector("#skuff [data-alt]:not(:empty)");
skuff.alt = await side.locator("#skuff [data-alt]").first().innerText();
await side.keyboard.press("Escape");
skuff.lukket = !(await side.isVisible("dialog"));
skuff.tilbake = await side.evaluate(() => document.activeElement.className);

// ── Skjermlesere, bredder og trykkflater ────────────────────────────────────────────────────────
await side.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
const { rull, feil: iBredden } = await iBreddene(side, [1280, 640, 360]);
skjermleser.bredder = iBredden;
const smaa = await side.evaluate(() =>
  [...document.querySelectorAll("main input:not([type=checkbox]),main select,.knapp,summary,.gjor label,.linje")]
    .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 44)
    .map((e) => `${e.id || e.className || e.textContent}: ${e.getBoundingClientRect().height}`),
);
const linjen = { synlig: await side.isVisible(".linje"), tekst: await tekst(".linje") };

// ── Personvern ──────────────────────────────────────────────────────────────────────────────────
// Det som stoppes, sier nettleseren fra om selv. Prøvd utenfor verktøyets egne kall, som får lov til mer.
const prov = (hvor) =>
  hvor.evaluate(async () => {
    const stoppet = [];
    (globalThis.document ?? globalThis).addEventListener("securitypolicyviolation", (e) => stoppet.push(`${e.effectiveDirective}: ${e.blockedURI}`));
    const sendt = await fetch("https://example.org/").then(() => "sendt", () => "ikke sendt");
    const kode = await new Promise((ja) => setTimeout(() => {
      try {
        ja(String((0, eval)("1 + 1")));
      } catch (e) {
        ja(e.name);
      }
    }));
    await new Promise((ja) => setTimeout(ja, 50));
    return { sendt, kode, stoppet };
  });
const utenfor = hentet.length;
const stengt = { siden: await prov(side), arbeideren: await prov(side.workers()[0]) };
const lagret = await side.evaluate(async () => ({
  local: localStorage.length,
  session: sessionStorage.length,
  databaser: (await indexedDB.databases()).length,
  mellomlager: (await caches.keys()).length,
  kaker: document.cookie,
}));

// ── Papir, fil inn igjen, og tøm ────────────────────────────────────────────────────────────────
await side.setViewportSize({ width: 1280, height: 1000 });
const pdf = (await side.pdf({ preferCSSPageSize: true })).toString("latin1");
await side.emulateMedia({ media: "print" });
const papir = { tekst: await tekst("body"), sider: (pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length };
await side.emulateMedia({ media: "screen" });
const egen = svar.p4.fil.replace("timer_per_uke = { verdi = 10,", "timer_per_uke = { verdi = 15,");
await gjor(() => side.setInputFiles("#fil", { name: "egen.toml", mimeType: "text/plain", buffer: Buffer.from(egen) }));
const aapnet = await tekst("#topp h2");

// ── Flere opplysninger og planer ────────────────────────────────────────────────────────────────
const valg = await side.locator("#alle-felt option").evaluateAll((alle) => alle.map((o) => o.value));
await side.fill("#ny", valg.find((v) => v.includes("Fagforeningskontingent")));
await side.waitForFunction(() => document.activeElement.closest("[data-regel]"));
const lagt_til = { valg: valg.length, regel: await side.evaluate(() => document.activeElement.closest("[data-regel]").dataset.regel) };
await gjor(() => side.keyboard.type("500"));
lagt_til.fil = (await fil_fra("#lagre")).tekst;
await gjor(() => side.click("#ny-plan"));
const ny_plan = await side.inputValue("#plan");
const sammen = { valg: await side.locator("#sammen option").allInnerTexts() };
await gjor(() => side.selectOption("#sammen", "20 timer i uka"));
sammen.hode = await side.locator("#hoved thead").first().innerText();

// ── Adressen ────────────────────────────────────────────────────────────────────────────────────
await gjor(() => side.evaluate(() => (location.hash = "#p1")));
const adressen = { person: await side.inputValue("#eksempel"), overskrift: await tekst("#topp h2") };
await gjor(() => side.selectOption("#eksempel", "p3"));
adressen.valgt = new URL(side.url()).hash;

// ── Spørsmålene, fra tomt ───────────────────────────────────────────────────────────────────────
await gjor(() => side.click("#toem"));
adressen.toemt = new URL(side.url()).hash;
const toemt = {
  fil: (await fil_fra("#lagre")).tekst,
  svar: await side.isVisible("#svaret"),
  venter: await tekst("#venter-svar"),
  felt: await side.locator("#spor input").evaluateAll((alle) => alle.map((f) => f.value).join("")),
};
for (const [id, verdi] of Object.entries(svarene)) {
  const felt = side.locator(`[id="s-${id}"]`);
  const slag = (await felt.count()) ? await felt.evaluate((e) => e.tagName) : "ved svaret";
  if (slag === "SELECT") await gjor(() => felt.selectOption(verdi));
  else if (slag === "INPUT") await gjor(() => felt.fill(verdi));
  else await gjor(() => side.fill("#tall", verdi));
}
const raskt = {
  antall: (await side.locator("#spor .sp").count()) + 1,
  overskrift: await tekst("#topp h2"),
  merket: await side.isVisible("#grovt"),
  antatt: await side.locator("#antatt li").count(),
};
await side.waitForFunction(() => document.body.dataset.skjerpet === document.body.dataset.klar, null, { timeout: 60_000 });
raskt.skjerp = await tekst("#skjerp");
await side.click("#skjerp [data-svar]");
await side.waitForFunction(() => document.activeElement.closest("[data-regel]"));
raskt.neste = await side.evaluate(() => document.activeElement.closest("[data-regel]").dataset.regel);
raskt.alle = await side.locator("#spor .sp").count();
raskt.fil = (await fil_fra("#lagre")).tekst;

// ── En på AAP med to barn: fra første felt til papiret, bare med tastaturet ─────────────────────
await gjor(() => side.click("#toem"));
await side.evaluate(() => (globalThis.print = () => (document.body.dataset.skrevet_ut = "ja")));
const naboen = (retning) => side.keyboard.press(retning === "fram" ? "Tab" : "Shift+Tab");
async function tabTil(id) {
  for (let n = 0; n < 40; n++) {
    if ((await side.evaluate(() => document.activeElement.id || document.activeElement.dataset.mer)) === id) return;
    await naboen("fram");
  }
  throw new Error(`Kom ikke til ${id} med tabulatoren.`);
}
await side.focus("#eksempel");
const familie = { knapper_uten_svar: await side.locator("button:disabled").evaluateAll((alle) => alle.map((k) => k.id)) };
const [[forste, valget], ...resten] = Object.entries(familien);
await tabTil(`s-${forste}`);
familie.forst = await side.locator("#spor .sp").count();
for (let n = 0; n < valget; n++) await gjor(() => side.keyboard.press("ArrowDown"));
familie.sporsmaal = await side.locator("#spor .sp label").allInnerTexts();
for (const [id, verdi] of resten) {
  const flere = Array.isArray(verdi) ? verdi : [verdi];
  await tabTil((await side.locator(`[id="s-${id}"]`).count()) ? `s-${id}` : "tall");
  for (const [nr, ett] of flere.entries()) {
    if (nr) {
      await naboen("fram");
      await side.keyboard.press("Enter");
    }
    await gjor(() => side.keyboard.type(ett));
  }
}
await side.waitForFunction(() => document.querySelector("#svaret").checkVisibility() && document.querySelector("#ark main"));
familie.feil = (await side.locator("p.feil").allInnerTexts()).join("");
familie.overskrift = await tekst("#topp h2");
familie.skjermlesere = await feilForSkjermlesere(side);
await tabTil("skriv-ut");
await side.keyboard.press("Enter");
await side.waitForFunction(() => document.body.dataset.skrevet_ut);
familie.ark = await side.locator("#ark").textContent();
await side.emulateMedia({ media: "print" });
const familiens = (await side.pdf({ preferCSSPageSize: true })).toString("latin1");
familie.sider = (familiens.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
await side.emulateMedia({ media: "screen" });
familie.json = (await fil_fra("#lagre-svar")).tekst;
await gjor(() => side.selectOption("#eksempel", "p4"));
await gjor(() => side.goBack());
familie.tilbake = { overskrift: await tekst("#topp h2"), raskt: await side.isVisible("#grovt") };
await gjor(() => side.fill("#tall", "tull"));
await side.waitForSelector("#tall-feil:not(:empty)");
familie.galt = { knapper: await side.locator("button:disabled").evaluateAll((alle) => alle.map((k) => k.id)), ark: await side.locator("#ark").textContent() };
await gjor(() => side.fill("#tall", "40"));
await gjor(() => side.click("#vis-alle"));
familie.alle = { overskrift: await tekst("#topp h2"), barn: await side.locator('#spor [data-regel="felles.barn_fodt"] input').evaluateAll((alle) => alle.map((f) => f.value)) };

// ── En treg maskin: det neste skrives før siden har svart på det forrige ────────────────────────
await gjor(() => side.click("#toem"));
await gjor(() => side.selectOption(`[id="s-${forste}"]`, { index: valget }));
await side.evaluate(() => {
  const send = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (...alt) {
    setTimeout(() => send.apply(this, alt), 700);
  };
});
const tregt = {};
await gjor(async () => {
  for (const [id, verdi] of resten.slice(0, 2)) {
    await side.focus(`[id="s-${id}"]`);
    await side.keyboard.type(verdi);
  }
});
for (const [id] of resten.slice(0, 2)) tregt[id] = await side.inputValue(`[id="s-${id}"]`);
tregt.staar_i = await side.evaluate(() => document.activeElement.id);

// ── Rett fra en mappe ───────────────────────────────────────────────────────────────────────────
const lokal = await nettleser.newPage();
await lokal.goto(fil);
await lokal.waitForSelector("#ikke-i-gang:visible");
const fra_mappe = await lokal.locator("#ikke-i-gang").innerText();
const versjon = nettleser.version();
await nettleser.close();

process.stdout.write(
  JSON.stringify({
    chromium: versjon, tider, meldinger, forst, svar, endringer, feil, vei, med_pil, skuff, skjermleser, rull, smaa, linjen,
    hentet: hentet.slice(0, utenfor), stengt, lagt_til, ny_plan, sammen, adressen, toemt, raskt, familie, tregt, lagret, papir, aapnet, fra_mappe, uventet,
  }),
);
