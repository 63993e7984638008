import { allePermissies } from '../../../src/shared/permissies.ts'
import type { Schrijfproef, Schrijfproeven, Schrijfwereld } from './wereld.ts'

const organisatie = { naam: 'Wijkteam', soort: 'toegang', taken: ['lokale_toegang'], gemeenteCode: 'GM0622' }

/** A record of beheer that someone else edited since. */
async function bewerkt(
  w: Schrijfwereld,
  soort: 'organisaties' | 'producten' | 'gebruikers',
  body: object,
): Promise<Schrijfproef> {
  const nieuw = nieuwe[soort](w)
  const made = await w.doe(w.beheerder, `POST /${soort}`, nieuw)
  const { id } = made
  const { van: _van, ...gegevens } = nieuw as Record<string, unknown>
  return {
    als: w.beheerder,
    id,
    body: 'tot' in body ? { ...body, versie: 1 } : { ...gegevens, ...body, versie: 1 },
    eerder: {
      als: w.andereBeheerder,
      route: `PUT /${soort}/:id`,
      id,
      body: { ...gegevens, naam: `Eerder gewijzigd ${w.volgnummer()}`, versie: 1 },
    },
  }
}

const nieuwe = {
  organisaties: (w: Schrijfwereld) => ({
    ...organisatie,
    naam: `Wijkteam ${w.volgnummer()}`,
    van: '2026-01-01',
  }),
  producten: (w: Schrijfwereld) => ({
    code: `NP${w.volgnummer()}`,
    naam: `Nieuw product ${w.volgnummer()}`,
    domein: 'MO',
    van: '2026-01-01',
  }),
  gebruikers: (w: Schrijfwereld) => ({
    organisatieId: w.regio.organisaties.loket,
    gebruikersnaam: `nieuw.${w.volgnummer()}`,
    naam: 'Nieuwe Medewerker',
    rollen: ['toegangsmedewerker'],
    inlog: 'wachtwoord',
    van: '2026-03-02',
  }),
}

/** A user with a password of their own, who signed in. */
async function medewerker(w: Schrijfwereld) {
  const gemaakt = await w.doe(w.beheerder, 'POST /gebruikers', nieuwe.gebruikers(w))
  return {
    wachtwoord: (gemaakt.inloggegevens as { wachtwoord: string }).wachtwoord,
    als: { gebruikerId: gemaakt.id, rol: 'toegangsmedewerker', naam: 'Nieuwe Medewerker' },
  }
}

export const beheerProeven: Schrijfproeven = {
  'PUT /concepten/:sleutel': async (w) => ({
    als: w.loket,
    id: `proef-${w.volgnummer()}`,
    body: { inhoud: { tekst: 'Half' } },
    anders: { inhoud: { tekst: 'Anders' } },
  }),
  'DELETE /concepten/:sleutel': async (w) => {
    const id = `proef-${w.volgnummer()}`
    await w.doe(w.loket, 'PUT /concepten/:sleutel', { inhoud: { tekst: 'Half' } }, id)
    return { als: w.loket, id }
  },
  'POST /organisaties': async (w) => ({ als: w.beheerder, body: nieuwe.organisaties(w) }),
  'PUT /organisaties/:id': (w) => bewerkt(w, 'organisaties', { telefoon: '010 123 45 67' }),
  'POST /organisaties/:id/beeindiging': (w) => bewerkt(w, 'organisaties', { tot: '2026-06-01' }),
  'POST /producten': async (w) => ({ als: w.beheerder, body: nieuwe.producten(w) }),
  'PUT /producten/:id': (w) => bewerkt(w, 'producten', { omschrijving: 'Met eigen kamer' }),
  'POST /producten/:id/beeindiging': (w) => bewerkt(w, 'producten', { tot: '2026-06-01' }),
  'POST /gebruikers': async (w) => ({ als: w.beheerder, body: nieuwe.gebruikers(w) }),
  'PUT /gebruikers/:id': (w) => bewerkt(w, 'gebruikers', { email: 'nieuw@voorbeeld.nl' }),
  'POST /gebruikers/:id/beeindiging': (w) => bewerkt(w, 'gebruikers', { tot: '2026-06-01' }),
  'POST /gebruikers/:id/inlog': async (w) => ({
    als: w.beheerder,
    id: (await medewerker(w)).als.gebruikerId,
    body: {},
  }),
  'POST /gebruikers/:id/sessie-intrekkingen': async (w) => {
    const { als } = await medewerker(w)
    await w.doe(als, 'PUT /concepten/:sleutel', { inhoud: {} }, 'ingelogd')
    return { als: w.beheerder, id: als.gebruikerId, body: {} }
  },
  'POST /account/wachtwoord': async (w) => {
    const { als, wachtwoord } = await medewerker(w)
    return { als, body: { huidig: wachtwoord, nieuw: 'een lange zin die niemand raadt' } }
  },
  'POST /account/sessies/:id/intrekking': async (w) => {
    const { als } = await medewerker(w)
    await w.doe(als, 'PUT /concepten/:sleutel', { inhoud: {} }, 'ingelogd')
    const { rows } = await w.database.login.query<{ id: string }>(
      "select encode(token_hash, 'hex') as id from onderdak.sessie where gebruiker_id = $1",
      [als.gebruikerId],
    )
    const andere = { ...als, rol: 'toegangsmedewerker' }
    return { als: andere, id: rows[0]!.id, body: {} }
  },
}

interface Gedateerd {
  readonly sleutel: object
  readonly waarde: object
  readonly anders: object
}

/** Each key once: a row that is there already would be in the way. */
const vrijeRechten = allePermissies.filter((recht) => recht !== 'vandaag.lezen')
const vrijeMandaten = ['GM0606', 'GM0622'].flatMap((code) => ['MO', 'VO'].map((domein) => [code, domein]))
const vrijeGemeenten = ['GM0363', 'GM0518', 'GM0556', 'GM0599', 'GM0606', 'GM0622', 'GM0344', 'GM0014']

/** Content of a new row of each dated table, and another content for the same key. */
const gedateerd: Record<string, (w: Schrijfwereld, nummer: number) => Promise<Gedateerd> | Gedateerd> = {
  '/regio-gemeenten': async (w, n) => {
    const { rows } = await w.database.login.query(
      'select code from onderdak.gemeente where code not in (select gemeente_code from onderdak.regio_gemeente) order by code offset $1 limit 1',
      [n % 100],
    )
    return {
      sleutel: { gemeenteCode: rows[0].code },
      waarde: { isCentrumgemeente: false, inwoners: 1000 },
      anders: { isCentrumgemeente: false, inwoners: 2000 },
    }
  },
  '/termijnen': (_w, n) => {
    const waarde = { naam: 'Termijn', aantal: 2, eenheid: 'weken', wettelijk: false }
    return { sleutel: { code: `t${n}` }, waarde, anders: { ...waarde, aantal: 3 } }
  },
  '/instellingen': (_w, n) => {
    const waarde = { naam: 'Instelling', waarde: 'ja', soort: 'tekst' }
    return { sleutel: { code: `i${n}` }, waarde, anders: { ...waarde, waarde: 'nee' } }
  },
  '/keuzes': (_w, n) => {
    const waarde = { naam: 'Keuze', volgorde: 1 }
    return { sleutel: { lijst: 'kanaal', code: `k${n}` }, waarde, anders: { ...waarde, volgorde: 2 } }
  },
  '/fasen': (_w, n) => {
    const waarde = { naam: 'Fase', volgorde: 1 + (n % 90) }
    return { sleutel: { domein: 'VO', code: `f${n}` }, waarde, anders: { ...waarde, naam: 'Anders' } }
  },
  '/escalatieniveaus': (_w, n) => {
    const waarde = { naam: 'Niveau', wie: 'Directies', dagen: 10 }
    return { sleutel: { nummer: 4 + (n % 90) }, waarde, anders: { ...waarde, dagen: 12 } }
  },
  '/ethos-regels': async (w) => {
    const { rows } = await w.database.login.query('select code from onderdak.product where id = $1', [
      await nieuwProduct(w),
    ])
    const sleutel = { grond: 'product', code: rows[0].code }
    return { sleutel, waarde: { klasse: 'E3' }, anders: { klasse: 'E2' } }
  },
  '/product-overgangen': async (w) => ({
    sleutel: { vanProductId: w.mo, naarProductId: await nieuwProduct(w) },
    waarde: { voorwaarde: 'Na overleg' },
    anders: { voorwaarde: 'Altijd' },
  }),
  '/criteria': (_w, n) => {
    const waarde = { naam: 'Criteria', vragen: [{ code: 'c1', tekst: 'Is er een veilige plek?' }] }
    const domein = ['VO', 'WONEN', 'BT'][n % 3]
    return { sleutel: { domein }, waarde, anders: { ...waarde, naam: 'Anders' } }
  },
  '/prioriteitsregels': (_w, n) => {
    const waarde = { voorwaarde: 'altijd', naam: 'Regel', uitleg: 'Geldt voor iedereen' }
    return {
      sleutel: { domein: 'WONEN', soort: 'trede', volgorde: 1 + (n % 99) },
      waarde,
      anders: { ...waarde, naam: 'Anders' },
    }
  },
  '/product-regels': async (w) => {
    const waarde = { maximumAantal: 6, maximumEenheid: 'weken', waarschuwDagen: 14 }
    return { sleutel: { productId: await nieuwProduct(w) }, waarde, anders: { ...waarde, maximumAantal: 8 } }
  },
  '/streefaantallen': async (w) => ({
    sleutel: { productId: await nieuwProduct(w) },
    waarde: { aantal: 20, uitgangspunt: 5 },
    anders: { aantal: 25, uitgangspunt: 5 },
  }),
  '/woningafspraken': (w) => ({
    sleutel: { gemeenteCode: vrijeGemeenten.pop(), organisatieId: w.regio.organisaties.corporatie },
    waarde: { aantal: 12 },
    anders: { aantal: 15 },
  }),
  '/mandaten': (w, n) => {
    const [gemeenteCode, domein] = vrijeMandaten.pop()!
    const waarde = { organisatieId: w.regio.organisaties.rogplus, grondslag: `Besluit ${n}` }
    return {
      sleutel: { gemeenteCode, domein },
      waarde,
      anders: { ...waarde, grondslag: 'Ander besluit' },
    }
  },
  '/rol-permissies': () => ({
    sleutel: { rolCode: 'corporatie_medewerker', permissie: vrijeRechten.pop() },
    waarde: {},
    anders: {},
  }),
  '/gebruiker-rollen': async (w) => ({
    sleutel: { gebruikerId: (await medewerker(w)).als.gebruikerId, rolCode: 'wachtlijstbeheerder' },
    waarde: {},
    anders: {},
  }),
}

const nieuwProduct = async (w: Schrijfwereld) =>
  (await w.doe(w.beheerder, 'POST /producten', nieuwe.producten(w))).id

/** A new row of that table from 1 May until 1 June, and the version of its key then. */
async function gegevenRij(w: Schrijfwereld, pad: string) {
  const { sleutel, waarde, anders } = await gedateerd[pad]!(w, w.volgnummer())
  const reden = 'Besluit van de regio'
  const begin = { sleutel, waarde, vanaf: '2026-05-01', reden }
  // A key that is in use already says so; which version it has is not asked for anywhere else.
  let versie = 0
  let answer = await w.stuur(w.beheerder, `POST ${pad}/wijzigingen`, { body: { ...begin, versie } })
  while (answer.statusCode === 409 && answer.json().code === 'versie_verouderd') {
    versie++
    answer = await w.stuur(w.beheerder, `POST ${pad}/wijzigingen`, { body: { ...begin, versie } })
  }
  if (answer.statusCode >= 300) throw new Error(answer.body)
  const einde = { sleutel, vanaf: '2026-06-01', versie: versie + 1, reden }
  const rij = await w.doe(w.beheerder, `POST ${pad}/beeindigingen`, einde)
  return { sleutel, anders, reden, versie: rij.versie }
}

function gedateerdProeven(pad: string): Schrijfproeven {
  const proef = (body: (anders: object) => object) => async (w: Schrijfwereld) => {
    const { sleutel, anders, reden, versie } = await gegevenRij(w, pad)
    const eerder = { sleutel, waarde: anders, vanaf: '2026-09-01', reden, versie }
    return {
      als: w.beheerder,
      body: { sleutel, reden, versie, ...body(anders) },
      eerder: { als: w.andereBeheerder, route: `POST ${pad}/wijzigingen`, body: eerder },
    }
  }
  return {
    [`POST ${pad}/wijzigingen`]: proef((anders) => ({ waarde: anders, vanaf: '2026-08-01' })),
    [`POST ${pad}/beeindigingen`]: proef(() => ({ vanaf: '2026-05-15' })),
    [`POST ${pad}/intrekkingen`]: proef(() => ({ van: '2026-05-01' })),
  }
}

export const gedateerdeProeven: Schrijfproeven = Object.assign(
  {},
  ...Object.keys(gedateerd).map(gedateerdProeven),
)
