import { Button } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { useCommand } from '../../../ui/api-hooks.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { type Doel, type PlanDetail, type PlanVersie, postDoelWeg } from '../domain/api.ts'
import { doelsoorten, doelstanden, gezondheidsdelen, herstelsoorten } from '../domain/woorden.ts'
import { Uitkomst, WijzigDoel } from './doel-form.tsx'
import type { Keuzes } from './keuzes.ts'

const indelingen = {
  leefgebied: 'Per leefgebied',
  organisatie: 'Per organisatie',
  herstel: 'Per soort herstel',
  positieveGezondheid: 'Positieve gezondheid',
} as const
type Indeling = keyof typeof indelingen

/** The heading under which a goal stands in this view. */
function kopVan(doel: Doel, indeling: Indeling): string {
  switch (indeling) {
    case 'leefgebied':
      return doel.leefgebiedNaam
    case 'organisatie':
      return doel.organisatie ?? 'De cliënt zelf, met het eigen netwerk'
    case 'herstel':
      return doel.herstel ? herstelsoorten[doel.herstel] : 'Geen soort herstel gekozen'
    case 'positieveGezondheid':
      return doel.positieveGezondheid
        ? gezondheidsdelen[doel.positieveGezondheid]
        : 'Geen onderdeel van positieve gezondheid gekozen'
  }
}

interface Props {
  readonly plan: PlanDetail
  readonly versie: PlanVersie
  /** Undefined: only to read. */
  readonly keuzes?: Keuzes | undefined
}

/** The goals of a version in the view that was chosen; whoever looks sees all of them, and which are the own. */
export function Doelen({ plan, versie, keuzes }: Props) {
  const [indeling, setIndeling] = useState<Indeling>('leefgebied')
  if (versie.doelen.length === 0) return <p>Er staat nog geen doel in deze versie.</p>
  const koppen = [...new Set(versie.doelen.map((doel) => kopVan(doel, indeling)))]
  const onze = versie.doelen.filter((doel) => doel.isVanOns).length
  return (
    <div className="od-stapel">
      <fieldset className="od-knoppen od-keuzeknoppen" aria-label="Hoe de doelen bij elkaar staan">
        {(Object.keys(indelingen) as Indeling[]).map((one) => (
          <Button
            key={one}
            type="button"
            variant={one === indeling ? 'primary' : 'secondary'}
            aria-pressed={one === indeling}
            onClick={() => setIndeling(one)}
          >
            {indelingen[one]}
          </Button>
        ))}
      </fieldset>
      <p>
        {versie.doelen.length === 1 ? 'Eén doel' : `${versie.doelen.length} doelen`}, waarvan {onze} van uw
        organisatie.
      </p>
      {koppen.map((kop) => (
        <div key={kop} className="od-stapel">
          <h3 className="od-plan-kop">{kop}</h3>
          {versie.doelen
            .filter((doel) => kopVan(doel, indeling) === kop)
            .map((doel) => (
              <DoelKaart key={doel.id} plan={plan} versie={versie} doel={doel} keuzes={keuzes} />
            ))}
        </div>
      ))}
    </div>
  )
}

function DoelKaart({ plan, versie, doel, keuzes }: Props & { doel: Doel }) {
  const [open, setOpen] = useState<'wijzigen' | 'uitkomst' | undefined>()
  const close = () => setOpen(undefined)
  const kanSchrijven = keuzes !== undefined && versie.acties.includes('schrijven')
  const kanAfronden = versie.acties.includes('afronden') && doel.stand === 'loopt'
  return (
    <div className="od-kaart od-stapel">
      <p>
        <strong>“{doel.eigenWoorden}”</strong>{' '}
        {doel.stand !== 'loopt' && (
          <StatusBadge
            label={doelstanden[doel.stand]}
            tone={doel.stand === 'behaald' ? 'goed' : 'neutraal'}
          />
        )}{' '}
        {doel.isVanOns && <StatusBadge label="Van uw organisatie" tone="info" />}
      </p>
      <TermList width="medium">
        <Term label="Wat we doen">{doel.afspraken}</Term>
        <Term label="Wie werkt hieraan">{doel.organisatie ?? 'De cliënt zelf, met het eigen netwerk'}</Term>
        <Term label="Leefgebied">{doel.leefgebiedNaam}</Term>
        {doel.soort !== 'gewoon' && <Term label="Gaat over">{doelsoorten[doel.soort]}</Term>}
        {doel.bouwsteenNaam && <Term label="Bouwsteen">{doel.bouwsteenNaam}</Term>}
        {doel.standOp && (
          <Term label={doelstanden[doel.stand]}>
            <DateText date={doel.standOp} long />: {doel.uitkomst}
          </Term>
        )}
      </TermList>
      {open === undefined && (kanSchrijven || kanAfronden) && (
        <div className="od-knoppen">
          {kanSchrijven && (
            <Button type="button" variant="tertiary" onClick={() => setOpen('wijzigen')}>
              Doel wijzigen
            </Button>
          )}
          {kanSchrijven && <Weghalen plan={plan} doel={doel} />}
          {kanAfronden && (
            <Button type="button" variant="tertiary" onClick={() => setOpen('uitkomst')}>
              Doel afronden
            </Button>
          )}
        </div>
      )}
      {open === 'wijzigen' && keuzes && <WijzigDoel plan={plan} keuzes={keuzes} doel={doel} onDone={close} />}
      {open === 'uitkomst' && <Uitkomst plan={plan} doel={doel} onDone={close} />}
    </div>
  )
}

function Weghalen({ plan, doel }: { plan: PlanDetail; doel: Doel }) {
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const remove = useCommand(postDoelWeg, { onDone: () => toast.show('Het doel is weggehaald.') })
  const send = () =>
    remove.run({ params: { id: doel.id }, body: { versie: plan.versie } }).catch(() => setAsking(false))
  return (
    <>
      <Button type="button" variant="tertiary" onClick={() => setAsking(true)}>
        Doel weghalen
      </Button>
      {remove.problem && <ProblemAlert problem={remove.problem} focus />}
      <ConfirmDialog
        open={asking}
        heading="Doel weghalen?"
        confirmLabel="Doel weghalen"
        busy={remove.busy}
        onConfirm={() => void send()}
        onCancel={() => setAsking(false)}
      >
        <p>“{doel.eigenWoorden}” gaat uit deze versie. In eerdere versies blijft het staan.</p>
      </ConfirmDialog>
    </>
  )
}
