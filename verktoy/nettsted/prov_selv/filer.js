// Filer på personens egen disk: bare når hun ber om det.
export function lagre(navn, tekst, slag) {
  const lenke = document.createElement("a");
  lenke.href = URL.createObjectURL(new Blob([tekst], { type: slag }));
  lenke.download = navn;
  lenke.click();
  URL.revokeObjectURL(lenke.href);
}

export async function hentTekst(navn) {
  const svar = await fetch(navn);
  if (!svar.ok) throw new Error(`Fikk ikke hentet ${navn}.`);
  return svar.text();
}

export function iDag() {
  const naa = new Date();
  const to = (tall) => String(tall).padStart(2, "0");
  return `${naa.getFullYear()}-${to(naa.getMonth() + 1)}-${to(naa.getDate())}`;
}
