import type { RegisterPersoon } from '../src/modules/persoon/domain/persoon.ts'
import { isTestBsn } from '../src/shared/bsn.ts'
import { addDays, type PlainDate } from '../src/shared/plain-date.ts'
import type { Random } from './random.ts'

/** Invented people. Every surname starts with “Demo-”, so that nobody takes one for a real person. */
const vrouwen =
  'Anna Bibi Carla Dewi Elif Fatma Greet Hanna Ilse Jamila Kim Lotte Maria Nadia Olga Petra Rosa Sanne Tess Yara Zoë Imane Fenna Naomi'
const mannen =
  'Ahmed Bram Cees Daan Emir Frits Gijs Hugo Ivo Jan Karim Luuk Mo Niels Omar Piet Ruben Sem Tim Victor Wout Youssef Dirk Stefan'
const anderen = 'Robin Sam Noa Alex Jip Charlie'
const zaken =
  'Merel Mus Vink Zwaluw Reiger Spreeuw Uil Kievit Gans Specht Linde Berk Wilg Eik Beuk Es Iep Olm Els Den Spar Hazelaar Meidoorn Vlier Kastanje Klaver Distel Varen Roos Tulp Iris Anjer Lelie Boekweit Haver Gerst Rogge Kei Zand Klei Turf Duin Beek Vliet Plas Polder Dijk Sluis Brug Steeg Plein Haven Kade Molen Toren Poort'
const bijvoegsels = 'Noord Oost Zuid West Hoog Laag Groot Klein Nieuw Oud Blauw Groen'

const split = (names: string) => names.split(' ')

export interface Wens {
  readonly op: PlainDate
  readonly leeftijd: readonly [low: number, high: number]
  readonly geslacht?: 'vrouw' | 'man' | 'anders'
  readonly herkomst: string
  readonly woonplaats?: string | null
  readonly isGeheim?: boolean
  /** Surname of the household; a new one when left out. */
  readonly achternaam?: string
}

/** Makes invented persons with numbers from the range that nobody has. One maker per region: numbers do not repeat. */
export function createPersonen(random: Random): (wens: Wens) => RegisterPersoon {
  let bsn = 999_900_005
  const nextBsn = () => {
    do bsn++
    while (!isTestBsn(String(bsn)))
    return String(bsn)
  }
  return (wens) => {
    const geslacht = wens.geslacht ?? random.weighted({ man: 62, vrouw: 36, anders: 2 })
    const names = { vrouw: vrouwen, man: mannen, anders: anderen }[geslacht]
    const jaren = random.between(...wens.leeftijd)
    const zonder = wens.isGeheim || random.chance(0.06)
    return {
      roepnaam: random.pick(split(names)),
      achternaam:
        wens.achternaam ??
        `Demo-${random.pick(split(bijvoegsels))}${random.pick(split(zaken)).toLowerCase()}`,
      geboortedatum: addDays(wens.op, -Math.round(jaren * 365.25) - random.between(1, 364)),
      geslacht,
      ...(zonder
        ? { geenBsnReden: wens.isGeheim ? 'noodsituatie' : 'nog_niet_gevraagd' }
        : { bsn: nextBsn() }),
      isGeheim: wens.isGeheim ?? false,
      herkomstGemeente: wens.herkomst,
      herkomstBewijs: random.chance(0.7) ? 'brp' : 'verklaring_persoon',
      ...(wens.woonplaats === null
        ? { woonplaatsOnbekendReden: wens.isGeheim ? 'geheim' : 'niet_vast_te_stellen' }
        : { woonplaatsGemeente: wens.woonplaats ?? wens.herkomst }),
      briefadresStatus: 'onbekend',
      taal: random.chance(0.85)
        ? 'Nederlands'
        : random.pick(['Arabisch', 'Pools', 'Turks', 'Engels', 'Tigrinya']),
    }
  }
}
