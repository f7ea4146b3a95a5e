// Skjemaet settes inn slik Python har skrevet det. Den som skriver, blir stående der hun er.
import { finn } from "./svar.js";
import { settOppTimer } from "./timer.js";

// Det som skrives nå, og det Python ikke har svart på ennå, er nyere enn skjemaet som kommer.
const ubesvart = new Map();
const skrivesI = (boks) => ubesvart.has(boks.dataset.sti) || boks.contains(document.activeElement);

// Sier fra at det er skrevet noe i boksen. Kall det som kommer tilbake, når Python har svart.
export function skrevetI(boks) {
  const { sti } = boks.dataset;
  ubesvart.set(sti, (ubesvart.get(sti) ?? 0) + 1);
  return () => {
    const igjen = ubesvart.get(sti) - 1;
    if (igjen) ubesvart.set(sti, igjen);
    else ubesvart.delete(sti);
  };
}

// «behold»: skjemaet er svar på noe som er skrevet, og det som er skrevet siden, skal stå.
export function settOppSkjema(melding, behold = false) {
  finn("konstruert").hidden = !melding.konstruert;
  document.body.classList.toggle("raskt", melding.raskt);
  finn("vis-alle").hidden = !melding.raskt;
  finn("ny-plan").hidden = melding.raskt;
  finn("flere").hidden = melding.raskt;
  if (melding.flere && !finn("alle-felt").options.length) fyllListe(melding.flere);
  visPlaner(melding);
  settOppTimer(melding.akse, behold && skrivesI(finn("timer")));
  const nyere = behold ? bokser().filter(skrivesI) : [];
  const { id, selectionStart: start } = document.activeElement;
  finn("spor").innerHTML = melding.skjema;
  for (const boks of nyere) bokser().find((b) => b.dataset.sti === boks.dataset.sti)?.replaceWith(boks);
  const igjen = id && document.activeElement.id !== id ? finn(id) : null;
  igjen?.focus();
  if (start != null) igjen?.setSelectionRange?.(start, start);
}

const bokser = () => [...document.querySelectorAll("#spor [data-sti]")];

export function visPlaner({ planer, plan, andre, sammen }) {
  finn("planvalg").hidden = planer.length < 2;
  finn("plan").replaceChildren(...planer.map((p) => new Option(p, p, false, p === plan)));
  finn("sammenvalg").hidden = andre.length === 0;
  finn("sammen").replaceChildren(new Option("Ingen flere", ""), ...andre.map((p) => new Option(p, p, false, p === sammen)));
}

// Det som er svart på et spørsmål: ett felt, eller flere med komma mellom.
export function svaretI(boks, felt) {
  if (!boks.dataset.flere) return felt.value;
  return [...boks.querySelectorAll("input")].map((f) => f.value.trim()).filter(Boolean).join(", ");
}

export function leggTilFelt(knapp) {
  const alle = knapp.parentElement.querySelectorAll("input");
  const nytt = alle[alle.length - 1].cloneNode();
  nytt.id = `${knapp.dataset.mer}-${alle.length + 1}`;
  nytt.value = "";
  nytt.removeAttribute("aria-invalid");
  nytt.setAttribute("aria-label", `${knapp.closest(".sp").querySelector("label").textContent} Nummer ${alle.length + 1}`);
  knapp.before(nytt);
  nytt.focus();
}

// Det første som ikke er svart på: i skjemaet, eller ved siden av svaret.
export const forsteTomme = () =>
  [...document.querySelectorAll("#spor [data-sti]:not([data-flere]) :is(input,select)"), finn("tall")].find((f) => f.checkVisibility() && !f.value);

function fyllListe(flere) {
  const valg = flere.map(({ regel, navn }) => {
    const ett = new Option("", navn);
    ett.dataset.regel = regel;
    return ett;
  });
  finn("alle-felt").append(...valg);
}
