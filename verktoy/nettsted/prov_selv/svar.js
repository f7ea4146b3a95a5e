// Setter bitene av svaret på plass. Alt er skrevet av biblioteket; her flyttes det bare.
export const finn = (id) => document.getElementById(id);

const forrige = new Map();

export function settInn(deler) {
  for (const [id, html] of Object.entries(deler)) {
    if (forrige.get(id) === html) continue;
    forrige.set(id, html);
    finn(id).innerHTML = html;
  }
}

// Den som holder på å skrive, får ikke feilen før hun tar en pause eller går videre.
const PAUSE = 900;
let utsatte = null;
let klokke = 0;
let skrev = 0;
document.addEventListener("input", () => (skrev = performance.now()));

export function visFeil(feil) {
  clearTimeout(klokke);
  utsatte = null;
  const her = performance.now() - skrev < PAUSE ? document.activeElement : null;
  const senere = feil.filter((f) => her?.matches("input[type=text]") && feltFor(f.hvor)?.contains(her));
  if (senere.length) {
    utsatte = feil;
    klokke = setTimeout(visUtsatte, PAUSE);
  }
  merkAlle(feil.filter((f) => !senere.includes(f)));
}

export function visUtsatte() {
  clearTimeout(klokke);
  if (utsatte) merkAlle(utsatte);
  utsatte = null;
}

function merkAlle(feil) {
  for (const p of document.querySelectorAll("p.feil")) p.textContent = "";
  for (const f of document.querySelectorAll("[aria-invalid]")) f.removeAttribute("aria-invalid");
  const andre = [];
  for (const f of feil) {
    const felt = feltFor(f.hvor);
    if (felt) merk(felt, f);
    else andre.push(f);
  }
  siFra(andre);
  passerIkke(feil.length > 0);
}

// Tallene som vises, er fra før det som står i skjemaet nå.
export function passerIkke(ja) {
  finn("gammelt").hidden = !ja || finn("svaret").hidden;
  finn("svaret").classList.toggle("gammelt", ja);
}

// Det som er galt et annet sted enn i et felt.
export function siFra(feil) {
  finn("feil").replaceChildren(...feil.map((f) => avsnitt(`${f.hva} ${f.rett ? `Rett: ${f.rett}` : ""}`)));
}

function feltFor(hvor) {
  return [...document.querySelectorAll("[data-hvor]")].find((e) => hvor === e.dataset.hvor || hvor.startsWith(`${e.dataset.hvor}.`));
}

function merk(felt, { hva, rett }) {
  felt.querySelector("p.feil").textContent = rett ? `${hva}\nRett: ${rett}` : hva;
  const alle = [...felt.querySelectorAll("input:not([type=range]),select")];
  const dette = alle.find((e) => e.value.trim() && hva.includes(`«${e.value.trim()}»`)) ?? alle[0];
  dette.setAttribute("aria-invalid", "true");
}

function avsnitt(tekst) {
  const p = document.createElement("p");
  p.textContent = tekst;
  return p;
}
