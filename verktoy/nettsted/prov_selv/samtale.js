// Samtalen med Python: ett spørsmål om gangen, ett svar på hvert.
export class Samtale {
  #arbeider;
  #venter = new Map();
  #nr = 0;
  iGang = false;

  // En arbeider fra en blob arver sidens sikkerhetsregler; en som hentes, gjør ikke det.
  constructor(adresse, vedNytt) {
    const kode = `import(${JSON.stringify(adresse)}).catch((feil) => postMessage({ dod: String(feil) }));`;
    const blob = URL.createObjectURL(new Blob([kode], { type: "text/javascript" }));
    this.klar = new Promise((ja, nei) => {
      this.#arbeider = new Worker(blob, { type: "module" });
      this.#arbeider.onerror = (feil) => nei(new Error(feil.message || "Fikk ikke startet Python."));
      this.#arbeider.onmessage = ({ data }) => {
        if (data.dod) return nei(new Error(data.dod));
        if (data.tekst) vedNytt(data);
        if (data.klar) {
          this.iGang = true;
          return ja();
        }
        if (data.nr !== undefined) this.#svar(data);
      };
    });
  }

  #svar({ nr, svar, feil }) {
    const { ja, nei } = this.#venter.get(nr);
    this.#venter.delete(nr);
    if (feil) nei(new Error(feil));
    else ja(JSON.parse(svar));
  }

  // Det som spørres om før Python er i gang, venter i kø.
  async spor(gjor, felt = {}) {
    await this.klar;
    const nr = ++this.#nr;
    return new Promise((ja, nei) => {
      this.#venter.set(nr, { ja, nei });
      this.#arbeider.postMessage({ nr, hva: { gjor, ...felt } });
    });
  }
}
