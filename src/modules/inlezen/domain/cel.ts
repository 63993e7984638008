import { normaliseBsn } from '../../../shared/bsn.ts'
import { findGemeente } from '../../../shared/gemeenten.ts'
import type { PlainDate } from '../../../shared/plain-date.ts'
import type { Celsoort } from './kolommen.ts'

/** Reads a Dutch date; given from outside, because reading files is not the domain's business. */
export type ReadDatum = (text: string) => PlainDate | undefined

export type Waarde = string | number | readonly string[] | null
export type CelUitkomst = { readonly waarde: Waarde } | { readonly melding: string }

/** The word for a gemeente that nobody knows; it becomes a reason, not a guess. */
export const ONBEKEND = 'onbekend'

/** The value of a filled cell, or what is wrong with it and how to mend it. */
export function readCel(cel: Celsoort, text: string, readDatum: ReadDatum): CelUitkomst {
  const encoding = encodingFault(text)
  if (encoding) return { melding: encoding }
  if (text === '#FOUT')
    return { melding: 'In deze cel staat een fout van Excel (#N/B). Vul de cel opnieuw in.' }
  switch (cel.als) {
    case 'tekst':
      return readTekst(text, cel.maximum ?? 200)
    case 'datum':
      return readDatumCel(text, readDatum)
    case 'getal':
      return readGetal(text, cel)
    case 'bsn': {
      const bsn = normaliseBsn(text)
      return bsn === undefined
        ? {
            melding:
              'Dit is geen geldig burgerservicenummer. Controleer de negen cijfers, of laat de cel leeg.',
          }
        : { waarde: bsn }
    }
    case 'gemeente':
      return readGemeente(text)
    case 'keuze':
      return readKeuze(text, cel.keuzes)
    case 'decimaal':
      return readDecimaal(text)
    case 'kwartaal':
      return readKwartaal(text)
    case 'regels':
      return readRegels(text, cel.maximum)
    case 'lijst':
      return {
        waarde: text
          .split(/[,|/]/)
          .map((one) => one.trim())
          .filter(Boolean),
      }
  }
}

/** A letter that was read with the wrong table: “JosÃ©” instead of “José”, or the mark for a lost character. */
function encodingFault(text: string): string | undefined {
  return /\uFFFD|Ã[\u0080-\u00BF‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€/.test(text)
    ? 'Hier staan vreemde tekens: een letter met een accent is verkeerd bewaard. Sla het bestand op als “CSV UTF-8” of als .xlsx en verbeter deze cel.'
    : undefined
}

function readTekst(text: string, maximum: number): CelUitkomst {
  return text.length > maximum
    ? { melding: `Deze tekst is te lang. Gebruik niet meer dan ${maximum} tekens.` }
    : { waarde: text }
}

function readDatumCel(text: string, readDatum: ReadDatum): CelUitkomst {
  const datum = readDatum(text)
  if (datum !== undefined) return { waarde: datum }
  if (/^\s*\d{1,2}[-/. ][\da-z]+[-/. ]\d{2}\s*$/i.test(text))
    return { melding: 'Het jaar heeft twee cijfers. Schrijf het jaar voluit, bijvoorbeeld 1-4-2021.' }
  if (/^\s*\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\s*$/.test(text))
    return { melding: 'Deze dag bestaat niet. Controleer dag en maand; de dag komt eerst, zoals 1-4-2021.' }
  return { melding: 'Dit is geen datum. Schrijf dag, maand en jaar, bijvoorbeeld 1-4-2021.' }
}

function readGetal(text: string, cel: { minimum: number; maximum: number }): CelUitkomst {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  return number >= cel.minimum && number <= cel.maximum
    ? { waarde: number }
    : { melding: `Dit getal klopt niet. Vul een heel getal in van ${cel.minimum} tot en met ${cel.maximum}.` }
}

function readRegels(text: string, maximum = Number.POSITIVE_INFINITY): CelUitkomst {
  const regels = text
    .split(/\r?\n|\|/)
    .map((one) => one.trim())
    .filter(Boolean)
  const lang = regels.find((one) => one.length > maximum)
  return lang === undefined
    ? { waarde: regels }
    : {
        melding: `De regel “${lang.slice(0, 30)}…” is te lang. Gebruik op een regel niet meer dan ${maximum} tekens.`,
      }
}

/** A sheet gives a decimal point, a CSV of Dutch Excel a comma. */
function readDecimaal(text: string): CelUitkomst {
  const number = /^[-+−]?\d{1,9}([.,]\d{1,4})?$/.test(text)
    ? Number(text.replace('−', '-').replace(',', '.'))
    : Number.NaN
  return Number.isNaN(number)
    ? { melding: 'Dit is geen getal. Schrijf alleen cijfers, met hooguit een komma erin, zoals 4,1.' }
    : { waarde: number }
}

function readKwartaal(text: string): CelUitkomst {
  const [, jaar, nummer] = /^(20\d\d)-([1-4])$/.exec(text) ?? []
  const [, los, bij] = /^[qk]([1-4])[ -]+(20\d\d)$/i.exec(text) ?? []
  if (jaar) return { waarde: `${jaar}-${nummer}` }
  return bij
    ? { waarde: `${bij}-${los}` }
    : { melding: 'Dit is geen kwartaal. Schrijf het jaar en het kwartaal, bijvoorbeeld 2026-1 of Q1 2026.' }
}

function readGemeente(text: string): CelUitkomst {
  if (text.toLowerCase() === ONBEKEND) return { waarde: ONBEKEND }
  const gemeente = findGemeente(text)
  return gemeente
    ? { waarde: gemeente.code }
    : {
        melding:
          'Deze gemeente kennen wij niet. Gebruik de naam of de CBS-code van nu, bijvoorbeeld Schiedam of GM0606, of schrijf “onbekend”.',
      }
}

const letters: Readonly<Record<string, string>> = { v: 'vrouw', m: 'man', x: 'anders' }

function readKeuze(text: string, keuzes: Readonly<Record<string, string>>): CelUitkomst {
  const wanted = fold(text)
  const found = Object.entries(keuzes).find(([code, naam]) => fold(code) === wanted || fold(naam) === wanted)
  if (found) return { waarde: letters[found[0]] ?? found[0] }
  const names = Object.entries(keuzes)
    .filter(([code]) => code.length > 1)
    .map(([, naam]) => naam)
  return { melding: `Dit staat niet in de lijst. Kies uit: ${names.join(', ')}.` }
}

export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
