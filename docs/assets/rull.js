// Det som er bredere enn siden, rulles i sin egen boks. Boksen skal også kunne nås med tastaturet.
const BOKSER = ".rull, .md-typeset pre, .highlight code";

function merk() {
  for (const boks of document.querySelectorAll(BOKSER)) {
    if (boks.scrollWidth > boks.clientWidth) boks.tabIndex = 0;
    else boks.removeAttribute("tabindex");
  }
}

addEventListener("resize", merk);
addEventListener("load", merk);
addEventListener("toggle", merk, true); // en tabell som var lukket, har ingen bredde før den åpnes
merk();
