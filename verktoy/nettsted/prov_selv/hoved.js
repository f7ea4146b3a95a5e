// Siden: det som skrives, går til Python; det som kommer tilbake, settes inn.
import { hentTekst, iDag, lagre } from "./filer.js";
import { Samtale } from "./samtale.js";
import { settOppSkuff } from "./skuff.js";
import { finn, passerIkke, settInn, siFra, visFeil, visUtsatte } from "./svar.js";
import { forsteTomme, leggTilFelt, settOppSkjema, skrevetI, svaretI, visPlaner } from "./skjema.js";
import { folg } from "./timer.js";

const samtale = new Samtale(new URL("./arbeider.js", import.meta.url).href, visFramdrift);
const PAUSE = 3000;
let nyeste = 0;
let oppsett = 0;
let navn = "mitt";
let ulagret = false;

function visFramdrift({ framdrift, tekst }) {
  finn("status").textContent = tekst;
  finn("framdrift").value = framdrift;
}

// Svaret først, så grensene og arket. Kommer det noe nytt imens, slippes resten.
async function regn() {
  const denne = ++nyeste;
  document.body.dataset.endret = String(denne);
  performance.mark("endret");
  const svar = await samtale.spor("svar");
  if (denne !== nyeste) return;
  vis(svar);
  if (svar.deler) {
    performance.mark("svart");
    for (const rest of ["grenser", "ark"]) {
      finn("venter").hidden = rest !== "grenser";
      const mer = await samtale.spor(rest);
      if (denne !== nyeste) return;
      if (mer.deler) settInn(mer.deler);
    }
    performance.mark("alt-svart");
  }
  document.body.dataset.klar = String(denne);
  if (svar.deler?.antatt) await skjerp(denne);
}

// Hva som bør finnes ut nå, tar et par sekunder å finne, og venter til den som skriver, tar en pause.
async function skjerp(denne) {
  await new Promise((ferdig) => setTimeout(ferdig, PAUSE));
  if (denne !== nyeste) return;
  settInn((await samtale.spor("skjerp")).deler);
  document.body.dataset.skjerpet = String(denne);
}

function vis({ feil = [], mangler = "", deler = null, grovt = false }) {
  visFeil(feil);
  finn("venter-svar").hidden = !mangler;
  finn("mangler-dette").textContent = mangler;
  settInn({ ark: "" });
  if (mangler) finn("svaret").hidden = finn("linje").hidden = true;
  kanTas(Boolean(deler));
  if (!deler) return;
  finn("svaret").hidden = false;
  finn("linje").hidden = false;
  finn("antatt-del").hidden = !deler.antatt;
  finn("grovt").hidden = !grovt;
  settInn({ ...deler, skjerp: "" });
}

// Uten et svar er det ikke noe å skrive ut.
function kanTas(ja) {
  for (const id of ["skriv-ut", "lagre-svar"]) finn(id).disabled = !ja;
}

// Arket kommer etter svaret: er det ikke der ennå, venter utskriften på det.
async function skrivUt() {
  while (!finn("ark").innerHTML && !finn("skriv-ut").disabled) await new Promise((ferdig) => setTimeout(ferdig, 50));
  if (!finn("skriv-ut").disabled) print();
}

// Det samme biblioteket har regnet ut dette da siden ble laget. Det vises til Python er i gang her.
async function visForst(valgt) {
  const { skjema, svar } = JSON.parse(await hentTekst(`eksempler/${valgt || "tom"}.json`));
  settOppSkjema(skjema);
  vis(svar);
  finn("innhold").hidden = false;
  performance.mark("vist");
  return true;
}

// Et nytt skjema. Kommer det et nyere imens, slippes dette.
async function settOpp(spurt, behold) {
  const dette = ++oppsett;
  const melding = await spurt;
  if (dette !== oppsett) return;
  if (melding.feil) return siFra(melding.feil);
  settOppSkjema(melding, behold);
  await regn();
}

async function aapne(tekst, filnavn, { eksempel, behold } = {}) {
  const spurt = samtale.spor("aapne", { tekst, navn: filnavn, i_dag: iDag(), eksempel });
  spurt.then((melding) => melding.feil || (navn = filnavn.replace(/\.[^.]*$/, "")));
  await settOpp(spurt, behold);
}

// Til det en selv har skrevet: «egne» er slik det sto før et eksempel ble vist, «tom» er fra begynnelsen.
async function mitt(gjor, behold) {
  navn = "mitt";
  finn("eksempel").value = "";
  if (location.hash) history.replaceState(null, "", location.pathname);
  finn("linje").hidden = true;
  finn("svaret").hidden = true;
  if (gjor === "tom") ulagret = false;
  await settOpp(samtale.spor(gjor, { i_dag: iDag() }), behold);
}

async function endre(felt) {
  folg(felt);
  const boks = felt.closest("[data-sti]");
  if (!boks) return;
  if (!finn("eksempel").value) ulagret = true;
  const verdi = felt.id === "glider" ? finn("tall").value : svaretI(boks, felt);
  const besvart = skrevetI(boks);
  if (!samtale.iGang) passerIkke(true);
  samtale.spor("endre", { sti: JSON.parse(boks.dataset.sti), verdi }).then((ny) => {
    besvart();
    if (ny.skjema) settOppSkjema(ny, true);
    else if (ny.planer) visPlaner(ny);
  });
  await regn();
}

// Bare navnet på eksemplet står i adressen, aldri noe av det som skrives.
const iAdressen = () => [...finn("eksempel").options].some((o) => o.value && `#${o.value}` === location.hash) ? location.hash.slice(1) : "";

async function velgEksempel() {
  const valgt = finn("eksempel").value;
  const behold = !samtale.iGang && (await visForst(valgt));
  if (valgt) await aapne(await hentTekst(`eksempler/${valgt}.toml`), `${valgt}.toml`, { eksempel: true, behold });
  else await mitt("egne", behold);
}

// Et valg er et skritt, så «tilbake» i nettleseren går til det som var før.
async function nyttValg() {
  const valgt = finn("eksempel").value;
  history.pushState(null, "", valgt ? `#${valgt}` : location.pathname);
  await velgEksempel();
}

// Hele skjemaet, fra det første som ikke er svart på.
async function visAlle() {
  const melding = await samtale.spor("alle");
  settOppSkjema(melding);
  (forsteTomme() ?? finn("plan")).focus();
  await regn();
}

async function leggTil() {
  const valgt = [...finn("alle-felt").options].find((o) => o.value === finn("ny").value);
  if (!valgt) return;
  finn("ny").value = "";
  settOppSkjema(await samtale.spor("legg_til", { regel: valgt.dataset.regel }));
  document.querySelector(`[data-regel="${valgt.dataset.regel}"] :is(input,select)`)?.focus();
}

// Det som bør svares på nå: i skjemaet hvis det står der, ellers blant alle opplysningene.
async function svarPaa(regel) {
  if (!finn(`s-${regel}`)) {
    settOppSkjema(await samtale.spor("alle"));
    if (!document.querySelector(`#spor [data-regel="${regel}"]`)) settOppSkjema(await samtale.spor("legg_til", { regel }));
    await regn();
  }
  (finn(`s-${regel}`) ?? document.querySelector(`#spor [data-regel="${regel}"] :is(input,select)`))?.focus();
}

const ved = (id, hendelse, gjor) => finn(id).addEventListener(hendelse, gjor);

function lytt() {
  ved("skjemaet", "submit", (e) => e.preventDefault());
  document.addEventListener("input", (e) => e.target.closest("[data-sti]") && endre(e.target));
  document.addEventListener("change", (e) => e.target.closest("[data-sti]") && visUtsatte());
  ved("eksempel", "change", nyttValg);
  ved("plan", "change", (e) => settOpp(samtale.spor("plan", { plan: e.target.value })));
  ved("sammen", "change", async (e) => {
    visPlaner(await samtale.spor("sammen", { plan: e.target.value }));
    await regn();
  });
  ved("ny", "input", leggTil);
  ved("ny-plan", "click", () => settOpp(samtale.spor("ny_plan")));
  ved("vis-alle", "click", visAlle);
  ved("spor", "click", ({ target }) => target.dataset.mer && leggTilFelt(target));
  ved("mangler-dette", "click", () => forsteTomme()?.focus());
  ved("toem", "click", () => mitt("tom"));
  ved("svaret", "click", (e) => e.target.dataset.svar && svarPaa(e.target.dataset.svar));
  for (const hendelse of ["hashchange", "popstate"])
    addEventListener(hendelse, () => {
      const valgt = iAdressen();
      if (valgt === finn("eksempel").value) return;
      finn("eksempel").value = valgt;
      velgEksempel();
    });
  addEventListener("beforeunload", (e) => ulagret && e.preventDefault());
  settOppSkuff(samtale);
  ved("skriv-ut", "click", skrivUt);
  ved("lagre", "click", async () => {
    lagre(`${navn}.toml`, (await samtale.spor("lagre")).fil, "application/toml");
    ulagret = false;
  });
  ved("lagre-svar", "click", async () => lagre(`${navn}-svar.json`, (await samtale.spor("json")).fil, "application/json"));
  ved("fil", "change", async (e) => {
    const fil = e.target.files[0];
    if (fil) await aapne(await fil.text(), fil.name);
    e.target.value = "";
  });
}

async function start() {
  finn("ikke-i-gang").remove();
  finn("laster").hidden = false;
  const eksempler = JSON.parse(await hentTekst("eksempler.json"));
  finn("eksempel").append(...eksempler.map((e) => new Option(e.navn, e.id)));
  finn("eksempel").value = iAdressen();
  lytt();
  await velgEksempel();
  finn("laster").hidden = true;
}

start().catch((feil) => {
  finn("innhold").hidden = true;
  finn("laster").hidden = false;
  finn("status").textContent = `Siden kom ikke i gang. Last den på nytt. (${feil.message})`;
});
