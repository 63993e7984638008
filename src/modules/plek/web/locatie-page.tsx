import { Button, Heading } from '@amsterdam/design-system-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../../ui/api.ts'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { SelectField } from '../../../ui/choice-fields.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { SensitiveText } from '../../../ui/sensitive-text.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge, type StatusTone } from '../../../ui/status-badge.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  getLocatie,
  getLocatieadres,
  type LocatieDetail,
  postAdresverwijdering,
  postBuitenGebruik,
  postOpening,
  postPlekEinde,
  postWeerInGebruik,
} from '../domain/api.ts'
import { bereiken, regimes, standen } from '../domain/contract.ts'
import { Bevestiging } from './bord-page.tsx'
import { optionsOf, usePlekkeuzes } from './keuzes.ts'
import { Einde } from './plek-forms.tsx'

const plekstanden = { ...standen, beeindigd: 'Beëindigd', nog_niet: 'Nog niet begonnen' }
const tones: Record<string, StatusTone> = {
  vrij: 'goed',
  vastgehouden: 'wacht',
  bezet: 'neutraal',
  geblokkeerd: 'let_op',
  buiten_gebruik: 'fout',
}

/** `/locaties/$id` */
export function LocatiePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const mag = useMag()
  const answer = useEndpoint(getLocatie, { params: { id } })
  const locatie = answer.data
  if (!locatie)
    return (
      <Page title="Locatie" breadcrumbs={[{ label: 'Plekkenbord', to: '/plekken' }]}>
        {answer.error && <ProblemAlert problem={answer.error} />}
      </Page>
    )
  const mayReveal = !locatie.isGeheim || mag('geheim_adres.lezen')
  return (
    <Page
      title={locatie.naam}
      breadcrumbs={[
        { label: 'Plekkenbord', to: '/plekken' },
        { label: locatie.voorziening, to: `/voorzieningen/${locatie.voorzieningId}` },
      ]}
      status={locatie.isGeheim ? <StatusBadge label="Geheime locatie" tone="let_op" /> : undefined}
      actions={
        locatie.magBeheren && (
          <>
            <ButtonLink to={`/locaties/${id}/plekken/nieuw`}>Plekken toevoegen</ButtonLink>
            <ButtonLink to={`/locaties/${id}/wijzigen`} variant="secondary">
              Wijzigen
            </ButtonLink>
          </>
        )
      }
    >
      <Bevestiging locatieId={id} locatie={locatie.naam} {...pickConfirm(locatie)} />
      <Tabs
        items={[
          { id: 'plekken', label: 'Plekken', content: <Plekken locatie={locatie} /> },
          {
            id: 'gegevens',
            label: 'Gegevens',
            content: <Gegevens locatie={locatie} mayReveal={mayReveal} />,
          },
          { id: 'opening', label: 'Openingstijden', content: <Openingen locatie={locatie} /> },
        ]}
      />
    </Page>
  )
}

function Gegevens({ locatie, mayReveal }: { locatie: LocatieDetail; mayReveal: boolean }) {
  const keuzes = usePlekkeuzes()
  return (
    <>
      <TermList>
        <Term label="Aanbieder">{locatie.aanbieder}</Term>
        <Term label="Gemeente">{locatie.gemeente}</Term>
        <Term label="Wijk">{locatie.wijk}</Term>
        <Term label="Bereik">{bereiken[locatie.bereik as 'lokaal']}</Term>
        <Term label="Adres">
          {locatie.heeftAdres && (
            <SensitiveText
              label={locatie.isGeheim ? 'Geheim adres' : 'Adres'}
              {...(mayReveal && {
                onReveal: async () =>
                  (await call(getLocatieadres, { params: { id: locatie.id } })).adres ?? '',
              })}
            />
          )}
          {locatie.heeftAdres && locatie.magBeheren && <AdresWeghalen locatie={locatie} />}
        </Term>
        <Term label="Telefoon">{locatie.telefoon}</Term>
        <Term label="Afgesproken reactietijd">
          {locatie.reactietijdMinuten && `${locatie.reactietijdMinuten} minuten`}
        </Term>
        <Term label="Kenmerken">
          {locatie.kenmerken.map((code) => keuzes.naamVan('kenmerk', code)).join(', ')}
        </Term>
        <Term label="Sinds">
          <DateText date={locatie.van} />
        </Term>
        {locatie.tot && (
          <Term label="Tot">
            <DateText date={locatie.tot} />
          </Term>
        )}
      </TermList>
      {locatie.magBeheren && locatie.tot === null && (
        <Einde soort="locatie" id={locatie.id} naam={locatie.naam} versie={locatie.versie} />
      )}
    </>
  )
}

/** After a removal, or when nobody may know any more where it is. */
function AdresWeghalen({ locatie }: { locatie: LocatieDetail }) {
  const [asked, setAsked] = useState(false)
  const toast = useToast()
  const remove = useCommand(postAdresverwijdering, { onDone: () => toast.show('Het adres is weggehaald.') })
  const confirm = () => {
    setAsked(false)
    const body = { versie: locatie.versie }
    void remove.run({ params: { id: locatie.id }, body }).catch(() => {})
  }
  return (
    <>
      <Button type="button" variant="tertiary" onClick={() => setAsked(true)}>
        Adres weghalen
      </Button>
      <ConfirmDialog
        open={asked}
        heading="Adres weghalen?"
        confirmLabel="Adres weghalen"
        danger
        busy={remove.busy}
        onConfirm={confirm}
        onCancel={() => setAsked(false)}
      >
        <p>
          Het adres van {locatie.naam} is daarna bij niemand meer te zien. Terughalen kan niet; een nieuw
          adres vult u in bij Wijzigen.
        </p>
      </ConfirmDialog>
      {remove.problem && <ProblemAlert problem={remove.problem} focus />}
    </>
  )
}

function pickConfirm({ bevestigdOp, bevestigdDoor, verouderd, magBevestigen }: LocatieDetail) {
  return { bevestigdOp, bevestigdDoor, verouderd, magBevestigen }
}

function Plekken({ locatie }: { locatie: LocatieDetail }) {
  const keuzes = usePlekkeuzes()
  const [open, setOpen] = useState<string | undefined>()
  if (locatie.plekken.length === 0)
    return <EmptyState title="Nog geen plekken" text="Voeg plekken toe; dan komen ze op het plekkenbord." />
  return (
    <ul className="od-nachtlijst">
      {locatie.plekken.map((plek) => {
        const uit = locatie.buitenGebruik.filter((row) => row.plekId === plek.id)
        return (
          <li key={plek.id}>
            <div>
              <strong>{plek.naam}</strong>{' '}
              <StatusBadge label={plekstanden[plek.stand as 'vrij']} tone={tones[plek.stand] ?? 'neutraal'} />
              <p className="od-hint">
                {plek.product} · {plek.personenMaximum} {plek.personenMaximum === 1 ? 'persoon' : 'personen'}
                {plek.kenmerken.length > 0 &&
                  ` · ${plek.kenmerken.map((code) => keuzes.naamVan('kenmerk', code)).join(', ')}`}
                {plek.tijdelijkReden && ' · tijdelijk'}
                {plek.tot && (
                  <>
                    {' '}
                    · tot <DateText date={plek.tot} />
                  </>
                )}
                {plek.verwachtVrijOp && (
                  <>
                    {' '}
                    · naar verwachting vrij op <DateText date={plek.verwachtVrijOp} />
                  </>
                )}
              </p>
              {uit.map((row) => (
                <BuitenGebruik key={row.id} row={row} mag={locatie.magBeheren} />
              ))}
            </div>
            {locatie.magBeheren && (
              <Button
                type="button"
                variant="tertiary"
                aria-expanded={open === plek.id}
                aria-label={`${plek.naam} beheren`}
                onClick={() => setOpen(open === plek.id ? undefined : plek.id)}
              >
                Beheren
              </Button>
            )}
            {open === plek.id && (
              <PlekBeheer locatieId={locatie.id} plek={plek} onDone={() => setOpen(undefined)} />
            )}
          </li>
        )
      })}
    </ul>
  )
}

function BuitenGebruik({ row, mag }: { row: LocatieDetail['buitenGebruik'][number]; mag: boolean }) {
  const keuzes = usePlekkeuzes()
  const toast = useToast()
  const back = useCommand(postWeerInGebruik, { onDone: () => toast.show(`${row.plek} is weer in gebruik.`) })
  return (
    <p>
      Buiten gebruik van <DateText date={row.van} /> tot <DateText date={row.tot} empty="nader bericht" />:{' '}
      {keuzes.naamVan('reden_buiten_gebruik', row.reden)}
      {row.toelichting ? ` (${row.toelichting})` : ''}{' '}
      {mag && (
        <Button
          type="button"
          variant="tertiary"
          onClick={() => void back.run({ params: { id: row.id }, body: {} }).catch(() => {})}
        >
          Vanaf vandaag weer in gebruik
        </Button>
      )}
      {back.problem && <ProblemAlert problem={back.problem} focus />}
    </p>
  )
}

function PlekBeheer(props: {
  locatieId: string
  plek: LocatieDetail['plekken'][number]
  onDone: () => void
}) {
  const { locatieId, plek, onDone } = props
  const keuzes = usePlekkeuzes()
  const toast = useToast()
  const out = useCommand(postBuitenGebruik, {
    onDone: () => {
      toast.show(`${plek.naam} is buiten gebruik gesteld.`)
      onDone()
    },
  })
  const end = useCommand(postPlekEinde, {
    onDone: () => {
      toast.show(`${plek.naam} is beëindigd.`)
      onDone()
    },
  })
  return (
    <div className="od-stapel od-filter">
      <ButtonLink to={`/locaties/${locatieId}/plekken/${plek.id}/wijzigen`} variant="secondary">
        {plek.naam} wijzigen
      </ButtonLink>
      <Heading level={2} size="level-3">
        {plek.naam} buiten gebruik stellen
      </Heading>
      <Form
        schema={postBuitenGebruik.body}
        draftKey={`plek-${plek.id}-buiten-gebruik`}
        defaultValues={{}}
        onSubmit={(body) => out.run({ params: { id: plek.id }, body })}
        submitLabel="Buiten gebruik stellen"
      >
        <DateField name="van" label="Eerste dag" />
        <DateField name="tot" label="Weer in gebruik op" optional empty={null} />
        <SelectField name="reden" label="Reden" options={keuzes.lijst('reden_buiten_gebruik')} />
        <TextField name="toelichting" label="Toelichting" optional />
      </Form>
      <Heading level={2} size="level-3">
        {plek.naam} beëindigen
      </Heading>
      <Form
        schema={postPlekEinde.body}
        draftKey={`plek-${plek.id}-einde`}
        defaultValues={{ versie: plek.versie }}
        onSubmit={(body) => end.run({ params: { id: plek.id }, body })}
        submitLabel="Plek beëindigen"
      >
        <DateField name="tot" label="Vanaf welke dag telt deze plek niet meer?" />
      </Form>
    </div>
  )
}

function Openingen({ locatie }: { locatie: LocatieDetail }) {
  const toast = useToast()
  const save = useCommand(postOpening, { onDone: () => toast.show('Openingstijden opgeslagen.') })
  return (
    <>
      {locatie.openingen.length === 0 ? (
        <EmptyState
          title="Geen openingstijden vastgelegd"
          text="Leg vast of de locatie dag, nacht of beide open is."
        />
      ) : (
        <ul>
          {locatie.openingen.map((row) => (
            <li key={row.van}>
              <DateText date={row.van} /> tot <DateText date={row.tot} empty="nu" />:{' '}
              {regimes[row.regime as 'nacht']}
              {row.toelichting && `, ${row.toelichting}`}
            </li>
          ))}
        </ul>
      )}
      {locatie.magBeheren && (
        <Section title="Opening wijzigen">
          <Form
            schema={postOpening.body}
            draftKey={`locatie-${locatie.id}-opening`}
            defaultValues={{ toelichting: '' }}
            onSubmit={(body) => save.run({ params: { id: locatie.id }, body })}
            submitLabel="Opening opslaan"
          >
            <SelectField name="regime" label="Wanneer open" options={optionsOf(regimes)} />
            <TextField name="toelichting" label="Tijden of bijzonderheden" optional />
            <DateField name="van" label="Vanaf" />
          </Form>
        </Section>
      )}
      <p>
        <Link to={`/voorzieningen/${locatie.voorzieningId}` as never}>
          Naar de voorziening {locatie.voorziening}
        </Link>
      </p>
    </>
  )
}
