// Siden: det som skrives, går til Python; det som kommer tilbake, settes inn.
import { hentTekst, iDag, lagre } from "./filer.js";
import { Samtale } from "./samtale.js";
import { settOppSkuff } from "./skuff.js";
import { finn, settInn, visFeil } from "./svar.js";
import { folg, settOppTimer } from "./timer.js";

const samtale = new Samtale(new URL("./arbeider.js", import.meta.url).href, visFramdrift);
let nyeste = 0;
let navn = "ytelsesrad";

function visFramdrift({ framdrift, tekst }) {
  finn("status").textContent = tekst;
  finn("framdrift").value = framdrift;
}

// Svaret først, så grensene og arket. Kommer det noe nytt imens, slippes resten.
async function regn() {
  const denne = ++nyeste;
  performance.mark("endret");
  const svar = await samtale.spor("svar");
  if (denne !== nyeste) return;
  visFeil(svar.feil ?? []);
  if (svar.feil) return;
  settInn(svar.deler);
  performance.mark("svart");
  for (const rest of ["grenser", "ark"]) {
    finn("venter").hidden = rest !== "grenser";
    const mer = await samtale.spor(rest);
    if (denne !== nyeste) return;
    if (mer.deler) settInn(mer.deler);
  }
  performance.mark("alt-svart");
  document.body.dataset.klar = String(denne);
}

function visPlaner({ planer, plan }) {
  finn("planvalg").hidden = planer.length < 2;
  finn("plan").replaceChildren(...planer.map((p) => new Option(p, p, false, p === plan)));
}

async function settOpp(melding) {
  if (melding.feil) return visFeil(melding.feil);
  finn("konstruert").hidden = !melding.konstruert;
  visPlaner(melding);
  settOppTimer(melding.akse);
  finn("spor").innerHTML = melding.skjema;
  await regn();
}

async function aapne(tekst, filnavn) {
  navn = filnavn.replace(/\.[^.]*$/, "");
  await settOpp(await samtale.spor("aapne", { tekst, navn: filnavn, i_dag: iDag() }));
}

async function endre(felt) {
  folg(felt);
  const boks = felt.closest("[data-sti]");
  if (!boks) return;
  const verdi = felt.id === "glider" ? finn("tall").value : felt.value;
  samtale.spor("endre", { sti: JSON.parse(boks.dataset.sti), verdi }).then(visPlaner);
  await regn();
}

async function velgEksempel() {
  const valgt = finn("eksempel").value;
  await aapne(await hentTekst(`eksempler/${valgt}.toml`), `${valgt}.toml`);
}

function lytt() {
  finn("skjemaet").addEventListener("submit", (e) => e.preventDefault());
  document.addEventListener("input", (e) => {
    if (e.target.closest("[data-sti]")) endre(e.target);
  });
  finn("eksempel").addEventListener("change", velgEksempel);
  finn("plan").addEventListener("change", async (e) => settOpp(await samtale.spor("plan", { plan: e.target.value })));
  settOppSkuff(samtale);
  finn("skriv-ut").addEventListener("click", () => print());
  finn("lagre").addEventListener("click", async () => lagre(`${navn}.toml`, (await samtale.spor("lagre")).fil, "application/toml"));
  finn("lagre-svar").addEventListener("click", async () => lagre(`${navn}-svar.json`, (await samtale.spor("json")).fil, "application/json"));
  finn("fil").addEventListener("change", async (e) => {
    const fil = e.target.files[0];
    if (fil) await aapne(await fil.text(), fil.name);
    e.target.value = "";
  });
}

async function start() {
  finn("ikke-i-gang").remove();
  finn("laster").hidden = false;
  const eksempler = JSON.parse(await hentTekst("eksempler.json"));
  finn("eksempel").replaceChildren(...eksempler.map((e) => new Option(e.navn, e.id)));
  await samtale.klar;
  lytt();
  await velgEksempel();
  finn("laster").hidden = true;
  finn("innhold").hidden = false;
  finn("linje").hidden = false;
}

start().catch((feil) => {
  finn("laster").hidden = false;
  finn("status").textContent = `Siden kom ikke i gang. Last den på nytt. (${feil.message})`;
});
