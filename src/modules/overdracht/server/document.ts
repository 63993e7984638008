import type { z } from 'zod'
import { type Letter, type LetterBlock, letter } from '../../../platform/documents/letter.ts'
import { letterOdt, ODT_MIME } from '../../../platform/documents/letter-odt.ts'
import type { Work } from '../../../platform/work.ts'
import type { Id } from '../../../shared/id.ts'
import { formatLong, type PlainDate } from '../../../shared/plain-date.ts'
import { isRejection, type Rejection } from '../../../shared/rejection.ts'
import { gegevenssets, gronden } from '../../delen/domain/keuzes.ts'
import type { haalOverdrachtdocument, OverdrachtDetail } from '../domain/contract.ts'
import { contactUitkomsten, isRisicomoment, vanafAchttien, wetsovergangen } from '../domain/rules.ts'
import { toestanden } from '../domain/toestanden.ts'
import { readOverdracht } from './queries.ts'

/** The handover on paper: what was shared and on which ground, who signed, and how it went. Never an address. */
export async function makeDocument(
  work: Work,
  input: { readonly id: Id; readonly soort: 'pdf' | 'odt' },
): Promise<z.output<typeof haalOverdrachtdocument.response> | Rejection> {
  const one = await readOverdracht(work, input.id)
  if (isRejection(one)) return one
  const { is_demo } = await work.db
    .selectFrom('regio')
    .select('is_demo')
    .where('id', '=', work.regioId)
    .executeTakeFirstOrThrow()
  const tekst: Letter = {
    afzender: { naam: one.van, regels: one.vanContact ? [one.vanContact] : [] },
    geadresseerde: [one.naar],
    datum: work.today,
    kenmerk: one.id.slice(-8).toUpperCase(),
    onderwerp: `Warme overdracht van ${one.naam}`,
    inhoud: inhoudVan(one),
    ondertekening: [one.van, one.geverNaam],
    voorbeeld: is_demo,
  }
  const made =
    input.soort === 'pdf'
      ? letter(tekst)
      : { mime: ODT_MIME, extension: 'odt', bytes: await letterOdt(tekst), redenGeenPdf: null }
  return {
    persoonId: one.persoonId,
    titel: 'Warme overdracht',
    bestandsnaam: `overdracht-${one.id.slice(-8)}.${made.extension}`,
    mime: made.mime,
    inhoud: Buffer.from(made.bytes).toString('base64'),
    redenGeenPdf: made.redenGeenPdf,
  }
}

const dag = (datum: PlainDate | null) => (datum === null ? 'nog niet' : formatLong(datum))

function inhoudVan(one: OverdrachtDetail): LetterBlock[] {
  return [
    {
      soort: 'gegevens',
      rijen: [
        { label: 'Cliënt', waarde: one.naam },
        {
          label: 'Geboren',
          waarde: one.geboortedatum === null ? 'niet bekend' : formatLong(one.geboortedatum),
        },
        { label: 'Van', waarde: one.van },
        { label: 'Naar', waarde: one.naar },
        { label: 'Stand', waarde: toestanden[one.toestand] },
        {
          label: 'Overgang van wet',
          waarde: `${wetsovergangen[one.wetsovergang]}${isRisicomoment(one.wetsovergang) ? ' (risicomoment)' : ''}`,
        },
      ],
    },
    { soort: 'kop', tekst: 'Waarom de overdracht' },
    { soort: 'alinea', tekst: one.reden },
    { soort: 'kop', tekst: 'Wat de ander moet weten' },
    { soort: 'alinea', tekst: one.samenvatting },
    ...(one.zonderJeugdgegevens ? [{ soort: 'alinea' as const, tekst: vanafAchttien }] : []),
    { soort: 'kop', tekst: 'Handtekeningen' },
    {
      soort: 'gegevens',
      rijen: [
        { label: 'Namens de gever', waarde: `${one.geverNaam}, op ${formatLong(one.geverOndertekendOp)}` },
        {
          label: 'Namens de ontvanger',
          waarde: one.ontvangerNaam
            ? `${[one.ontvangerNaam, one.ontvangerFunctie].filter(Boolean).join(', ')}, op ${dag(one.ontvangerOndertekendOp)}`
            : 'nog niet getekend',
        },
        { label: 'Overdrachtsgesprek', waarde: dag(one.gesprekOp) },
        { label: 'Cliënt erbij', waarde: clientErbij(one) },
        { label: 'Eerste contact', waarde: eersteContact(one) },
      ],
    },
    ...delenVan(one),
  ]
}

function clientErbij(one: OverdrachtDetail): string {
  if (one.clientAanwezig === null) return 'nog niet bekend'
  return one.clientAanwezig ? 'ja' : `nee: ${one.clientAfwezigReden}`
}

function eersteContact(one: OverdrachtDetail): string {
  if (one.eersteContactUitkomst !== null)
    return `${contactUitkomsten[one.eersteContactUitkomst]}, ${dag(one.eersteContactOp)}`
  return one.eersteContactUiterlijk === null
    ? 'nog niet afgesproken'
    : `uiterlijk ${formatLong(one.eersteContactUiterlijk)}`
}

function delenVan(one: OverdrachtDetail): LetterBlock[] {
  if (one.grond === null || one.vervaltOp === null) return []
  return [
    { soort: 'kop', tekst: 'Wat is gedeeld, en waarom dat mag' },
    {
      soort: 'alinea',
      tekst: `Gedeeld is: ${gegevenssets.overdracht.gegevens.join(', ')}. Grond: ${gronden[one.grond].toLowerCase()} (${one.artikel}). De ontvanger mag deze gegevens gebruiken tot ${formatLong(one.vervaltOp)}, of zo lang als de eigen taak duurt.`,
    },
  ]
}
