// Skjemaet settes inn slik Python har skrevet det. Den som skriver, blir stående der hun er.
import { finn } from "./svar.js";
import { settOppTimer } from "./timer.js";

export function settOppSkjema(melding) {
  finn("konstruert").hidden = !melding.konstruert;
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

function fyllListe(flere) {
  const valg = flere.map(({ regel, navn }) => {
    const ett = new Option("", navn);
    ett.dataset.regel = regel;
    return ett;
  });
  finn("alle-felt").append(...valg);
}
