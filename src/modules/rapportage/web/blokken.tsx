import { Button } from '@amsterdam/design-system-react'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { optionsOf, RadioField } from '../../../ui/choice-fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { MAX_TEKST } from '../domain/blok.ts'
import {
  postBlokkeuze,
  postBlokverplaatsing,
  postBlokverwijdering,
  postBlokweglating,
  postRapportageblok,
  putRapportageblok,
} from '../domain/blok-contract.ts'
import { type Blokbeeld, getRapportageblokken } from '../domain/contract.ts'
import { eigenSoorten } from '../domain/keuzes.ts'
import { Inhoud } from './inhoud.tsx'

const OPMAAK =
  'Een lege regel begint een nieuwe alinea. **vet**, *schuin*, een regel met - of 1. ervoor is een lijst, [woorden](https://adres.nl) is een link.'

/** The blocks of one chapter, in their order. */
export function Blokken(props: {
  rapportageId: string
  hoofdstuk: string
  titel: string
  magBewerken: boolean
}) {
  const { rapportageId, hoofdstuk, titel, magBewerken } = props
  const { data, error } = useEndpoint(getRapportageblokken, {
    params: { id: rapportageId },
    query: { hoofdstuk },
  })
  return (
    <Section title={`Hoofdstuk: ${titel}`}>
      {error && !data && <ProblemAlert problem={error} />}
      <ol className="od-stukken">
        {data?.blokken.map((blok, i) => (
          <li key={blok.id} className={blok.isWeggelaten ? 'od-stuk--weg' : undefined}>
            <Blok blok={blok} nummer={i + 1} magBewerken={magBewerken} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Blok({ blok, nummer, magBewerken }: { blok: Blokbeeld; nummer: number; magBewerken: boolean }) {
  return (
    <>
      <div className="od-knoppen">
        {blok.isWeggelaten && <StatusBadge label="Weggelaten" tone="neutraal" />}
        {blok.isBewerkt && <StatusBadge label="Bewerkt" tone="info" />}
        {blok.isEigen && <StatusBadge label="Zelf geschreven" tone="info" />}
        {blok.verandering !== 'geen' && <StatusBadge label={veranderd[blok.verandering]} tone="let_op" />}
      </div>
      {blok.nieuwer ? (
        <div className="od-naast">
          <div>
            <p className="od-hint">Dit staat er nu</p>
            <Inhoud inhoud={blok.inhoud} />
          </div>
          <div>
            <p className="od-hint">Dit zeggen de gegevens nu</p>
            <Inhoud inhoud={blok.nieuwer} />
          </div>
        </div>
      ) : (
        <Inhoud inhoud={blok.inhoud} />
      )}
      {magBewerken && blok.verandering !== 'geen' && !blok.isWeggelaten && (
        <Keuze blok={blok} nummer={nummer} />
      )}
      {magBewerken && (
        <FormDisclosure label={`Stuk ${nummer} aanpassen`}>
          {(sluit) => <Aanpassen blok={blok} nummer={nummer} sluit={sluit} />}
        </FormDisclosure>
      )}
    </>
  )
}

const veranderd = {
  nieuw: 'Nieuw uit de gegevens',
  anders: 'Gegevens veranderd',
  weg: 'Niet meer in de gegevens',
} as const

function Keuze({ blok, nummer }: { blok: Blokbeeld; nummer: number }) {
  const save = useCommand(postBlokkeuze)
  const kies = (keuze: 'nieuw' | 'houden') =>
    void save.run({ params: { id: blok.id }, body: { versie: blok.versie, keuze } }).catch(() => {})
  const labels = {
    nieuw: { nieuw: undefined, houden: 'Gezien' },
    anders: { nieuw: 'Neem de nieuwe tekst over', houden: 'Houd wat er staat' },
    weg: { nieuw: 'Laat dit stuk weg', houden: 'Houd dit stuk' },
  } as const
  if (blok.verandering === 'geen') return null
  const { nieuw, houden } = labels[blok.verandering]
  return (
    <>
      {save.problem && <ProblemAlert problem={save.problem} focus />}
      <fieldset className="od-knoppen" aria-label={`Keuze bij stuk ${nummer}`}>
        {nieuw && (
          <Button type="button" disabled={save.busy} onClick={() => kies('nieuw')}>
            {nieuw}
          </Button>
        )}
        <Button type="button" variant="secondary" disabled={save.busy} onClick={() => kies('houden')}>
          {houden}
        </Button>
      </fieldset>
    </>
  )
}

function Aanpassen({ blok, nummer, sluit }: { blok: Blokbeeld; nummer: number; sluit: () => void }) {
  const { id, versie } = blok
  const laatWeg = useCommand(postBlokweglating)
  const verplaats = useCommand(postBlokverplaatsing)
  const verwijder = useCommand(postBlokverwijdering)
  const problem = laatWeg.problem ?? verplaats.problem ?? verwijder.problem
  const bezig = laatWeg.busy || verplaats.busy || verwijder.busy
  const schuif = (richting: 'omhoog' | 'omlaag') =>
    void verplaats.run({ params: { id }, body: { versie, richting } }).catch(() => {})
  const knop = (label: string, doe: () => void) => (
    <Button type="button" variant="secondary" disabled={bezig} onClick={doe}>
      {label}
    </Button>
  )
  return (
    <>
      {problem && <ProblemAlert problem={problem} focus />}
      {blok.tekst !== null && <Bewerken blok={blok} tekst={blok.tekst} sluit={sluit} />}
      {blok.tekst === null && (
        <p className="od-hint">
          Cijfers en verhalen wijzigt u waar ze vandaan komen. U kunt dit stuk wel weglaten, of er een eigen
          tekst bij zetten.
        </p>
      )}
      <fieldset className="od-knoppen" aria-label={`Stuk ${nummer} verplaatsen of weglaten`}>
        {knop('Omhoog', () => schuif('omhoog'))}
        {knop('Omlaag', () => schuif('omlaag'))}
        {blok.isEigen
          ? knop(
              'Verwijderen',
              () => void verwijder.run({ params: { id }, body: { versie } }).catch(() => {}),
            )
          : knop(
              blok.isWeggelaten ? 'Terugzetten' : 'Weglaten',
              () =>
                void laatWeg
                  .run({ params: { id }, body: { versie, isWeggelaten: !blok.isWeggelaten } })
                  .catch(() => {}),
            )}
      </fieldset>
      <FormDisclosure label={`Eigen stuk toevoegen na stuk ${nummer}`}>
        {(klaar) => <Toevoegen naId={id} sluit={klaar} />}
      </FormDisclosure>
    </>
  )
}

function Bewerken({ blok, tekst, sluit }: { blok: Blokbeeld; tekst: string; sluit: () => void }) {
  const save = useCommand(putRapportageblok, { onDone: sluit })
  const isKop = blok.inhoud.soort === 'kop'
  return (
    <Form
      schema={putRapportageblok.body}
      defaultValues={{ versie: blok.versie, tekst }}
      submitLabel="Tekst opslaan"
      draftKey={`rapportageblok-${blok.id}`}
      onSubmit={(body) => save.run({ params: { id: blok.id }, body })}
    >
      <TextAreaField
        name="tekst"
        label={isKop ? 'Kop' : 'Tekst'}
        hint={isKop ? 'Eén regel' : OPMAAK}
        rows={isKop ? 1 : 8}
        max={isKop ? 200 : MAX_TEKST}
      />
    </Form>
  )
}

function Toevoegen({ naId, sluit }: { naId: string; sluit: () => void }) {
  const save = useCommand(postRapportageblok, { onDone: sluit })
  return (
    <Form
      schema={postRapportageblok.body}
      defaultValues={{ naId, soort: 'alinea', tekst: '' }}
      submitLabel="Stuk toevoegen"
      draftKey={`rapportageblok-na-${naId}`}
      onSubmit={(body) => save.run({ body })}
    >
      <RadioField name="soort" label="Soort stuk" options={optionsOf(eigenSoorten)} />
      <TextAreaField name="tekst" label="Uw tekst" hint={OPMAAK} rows={6} max={MAX_TEKST} />
    </Form>
  )
}
