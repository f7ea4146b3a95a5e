// Det som er bredere enn siden, rulles i sin egen boks. Boksen skal også kunne nås med tastaturet.
// En boks måles når den får en ny størrelse: siden lastes eller snus, eller noe lukket åpnes.
const vakt = new ResizeObserver((endret) => {
  for (const { target: boks } of endret) {
    if (boks.scrollWidth > boks.clientWidth) boks.tabIndex = 0;
    else boks.removeAttribute("tabindex");
  }
});

for (const boks of document.querySelectorAll(".rull, .md-typeset pre, .highlight code")) vakt.observe(boks);
