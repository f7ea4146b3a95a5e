// Timene (eller stillingen) ved siden av svaret: en glider og et tall som alltid sier det samme.
import { finn } from "./svar.js";

const norsk = (tekst) => tekst.replace(".", ",");

// «behold»: det som står i feltet, er nyere enn det som kommer.
export function settOppTimer(akse, behold) {
  const boks = finn("timer");
  boks.hidden = !akse;
  if (!akse) return;
  const sti = JSON.stringify(akse.sti);
  const staar = behold && boks.dataset.sti === sti;
  boks.dataset.sti = sti;
  boks.dataset.hvor = akse.hvor;
  finn("timer-nr").textContent = akse.nr ?? "";
  finn("timer-navn").textContent = akse.sporsmaal;
  finn("timer-enhet").textContent = akse.enhet;
  const glider = finn("glider");
  glider.max = akse.hoyst;
  glider.step = akse.steg;
  if (staar) return;
  glider.value = akse.verdi;
  finn("tall").value = akse.vist;
  si(akse.vist);
}

export function folg(felt) {
  if (felt.id === "glider") finn("tall").value = norsk(felt.value);
  else if (felt.id === "tall") finn("glider").value = felt.value.replace(",", ".");
  else return;
  si(finn("tall").value);
}

function si(verdi) {
  finn("glider").setAttribute("aria-valuetext", `${verdi} ${finn("timer-enhet").textContent}`);
}
