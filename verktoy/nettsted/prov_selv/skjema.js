// Skjemaet settes inn slik Python har skrevet det. Den som skriver, blir stående der hun er.
import { finn } from "./svar.js";
import { settOppTimer } from "./timer.js";

export function settOppSkjema(melding) {
  finn("konstruert").hidden = !melding.konstruert;
  document.body.classList.toggle("raskt", melding.raskt);
  finn("vis-alle").hidden = !melding.raskt;
  finn("ny-plan").hidden = melding.raskt;
  finn("flere").hidden = melding.raskt;
  if (melding.flere && !finn("alle-felt").options.length) fyllListe(melding.flere);
  visPlaner(melding);
  settOppTimer(melding.akse);
  const { id, selectionStart: start } = document.activeElement;
  finn("spor").innerHTML = melding.skjema;
  const igjen = id && document.activeElement.id !== id ? finn(id) : null;
  igjen?.focus();
  if (start != null) igjen?.setSelectionRange?.(start, start);
}

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
