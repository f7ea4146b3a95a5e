// Forklaringen bak et tall, i en skuff ved siden av.
import { finn } from "./svar.js";

export function settOppSkuff(samtale) {
  const skuff = finn("skuff");
  document.addEventListener("click", async ({ target }) => {
    const knapp = target.closest("[data-hvorfor]");
    if (!knapp) return;
    const svar = await samtale.spor("hvorfor", { fra: knapp.dataset.hvorfor });
    finn("skuff-tittel").textContent = svar.tittel;
    finn("skuff-innhold").innerHTML = svar.html;
    if (!skuff.open) skuff.showModal();
    skuff.scrollTop = 0;
  });
  finn("lukk").addEventListener("click", () => skuff.close());
  // Hele treet er langt, og hentes først når det åpnes.
  skuff.addEventListener("toggle", async ({ target }) => {
    const tre = target.open && target.querySelector("[data-alt]:empty");
    if (tre) tre.textContent = (await samtale.spor("alt", { nr: Number(tre.dataset.alt) })).tekst;
  }, true);
}
