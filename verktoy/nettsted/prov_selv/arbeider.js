// Kjører Python. Bor i en egen tråd, så siden aldri stopper opp.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const hjem = new URL("./", import.meta.url).href;
const si = (melding) => postMessage(melding);
let gjor = null;

async function start() {
  si({ framdrift: 5, tekst: "Henter Python …" });
  const bibliotek = hent("bibliotek.pakke");
  const python = await loadPyodide({ indexURL: `${hjem}pyodide/`, lockFileURL: `${hjem}pyodide/pyodide-lock.json` });
  si({ framdrift: 45, tekst: "Henter reglene …" });
  pakkUt(python.FS, await bibliotek);
  si({ framdrift: 60, tekst: "Leser reglene …" });
  gjor = python.runPython(`
import sys
sys.path.insert(0, "/bibliotek")
from ytelsesrad import Regelbok
from bro.okt import Okt
Okt(Regelbok.standard()).gjor
`);
  si({ framdrift: 90, tekst: "Regner …", klar: true });
}

async function hent(navn) {
  const svar = await fetch(hjem + navn);
  if (!svar.ok) throw new Error(`Fikk ikke hentet ${navn}.`);
  return new Uint8Array(await new Response(svar.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
}

// Først en linje med navn og lengder, så alle filene etter hverandre (se pakke.py).
function pakkUt(filer, alt) {
  let her = alt.indexOf(10) + 1;
  for (const [navn, lengde] of JSON.parse(new TextDecoder().decode(alt.subarray(0, her)))) {
    const sti = `/bibliotek/${navn}`;
    filer.mkdirTree(sti.slice(0, sti.lastIndexOf("/")));
    filer.writeFile(sti, alt.subarray(her, her + lengde), { canOwn: true });
    her += lengde;
  }
}

onmessage = ({ data }) => {
  const startet = performance.now();
  try {
    si({ nr: data.nr, svar: gjor(JSON.stringify(data.hva)), ms: performance.now() - startet });
  } catch (feil) {
    si({ nr: data.nr, feil: String(feil) });
  }
};

start().catch((feil) => si({ dod: String(feil) }));
