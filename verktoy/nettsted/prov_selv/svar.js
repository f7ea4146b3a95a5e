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

export function visFeil(feil) {
  for (const p of document.querySelectorAll("p.feil")) p.textContent = "";
  for (const f of document.querySelectorAll("[aria-invalid]")) f.removeAttribute("aria-invalid");
  const andre = [];
  for (const f of feil) {
    const felt = feltFor(f.hvor);
    if (felt) merk(felt, f);
    else andre.push(f);
  }
  const boks = finn("feil");
  boks.replaceChildren(...andre.map((f) => avsnitt(`${f.hva} ${f.rett ? `Rett: ${f.rett}` : ""}`)));
  finn("gammelt").hidden = feil.length === 0;
  finn("svaret").classList.toggle("gammelt", feil.length > 0);
}

function feltFor(hvor) {
  return [...document.querySelectorAll("[data-hvor]")].find((e) => hvor === e.dataset.hvor || hvor.startsWith(`${e.dataset.hvor}.`));
}

function merk(felt, { hva, rett }) {
  felt.querySelector("p.feil").textContent = rett ? `${hva}\nRett: ${rett}` : hva;
  felt.querySelector("input:not([type=range]),select").setAttribute("aria-invalid", "true");
}

function avsnitt(tekst) {
  const p = document.createElement("p");
  p.textContent = tekst;
  return p;
}
