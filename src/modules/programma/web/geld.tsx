import { Button } from '@amsterdam/design-system-react'
import { useEndpoint } from '../../../ui/api-hooks.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { SmallTable } from '../../../ui/small-table.tsx'
import type { ActiviteitDetail } from '../domain/activiteit-contract.ts'
import { geldsoorten } from '../domain/keuzes.ts'
import { type Activiteitdraad, getActiviteitdraad } from '../domain/voortgang-contract.ts'
import { GeldForm, useGeldWeg, WijzigGeld } from './voortgang-forms.tsx'
import { euro } from './waarden.tsx'

type Bedrag = Activiteitdraad['geld'][number]

/** What an activiteit costs, and where that comes from: per year, with what is not covered. */
export function Geld({ activiteit }: { activiteit: ActiviteitDetail }) {
  const magSchrijven = useMag()('programma.schrijven')
  const { data, error } = useEndpoint(getActiviteitdraad, { params: { id: activiteit.id } })
  if (error && !data) return <ProblemAlert problem={error} />
  if (!data) return null
  return (
    <>
      {magSchrijven && (
        <FormDisclosure label="Kosten of dekking vastleggen">
          {(sluit) => <GeldForm activiteit={activiteit} sluit={sluit} />}
        </FormDisclosure>
      )}
      {data.geld.length === 0 ? (
        <EmptyState
          title="Nog geen bedragen"
          text="Leg vast wat deze activiteit kost en waaruit dat wordt betaald."
        />
      ) : (
        <>
          <SmallTable
            titel="Kosten en dekking per jaar"
            kop={['Jaar', 'Kosten', 'Dekking', 'Nog te dekken']}
            rijen={perJaar(data.geld)}
          />
          {data.geld.map((bedrag) => (
            <BedragKaart
              key={bedrag.id}
              bedrag={bedrag}
              activiteitId={activiteit.id}
              magSchrijven={magSchrijven}
            />
          ))}
        </>
      )}
    </>
  )
}

function perJaar(geld: readonly Bedrag[]): string[][] {
  const jaren = [...new Set(geld.map(({ jaar }) => jaar))].sort()
  return jaren.map((jaar) => {
    const som = (soort: Bedrag['soort']) =>
      geld.reduce(
        (totaal, een) => (een.jaar === jaar && een.soort === soort ? totaal + een.bedrag : totaal),
        0,
      )
    const [kosten, dekking] = [som('kosten'), som('dekking')]
    return [String(jaar), euro(kosten), euro(dekking), euro(Math.max(0, kosten - dekking))]
  })
}

function BedragKaart(props: { bedrag: Bedrag; activiteitId: string; magSchrijven: boolean }) {
  const { bedrag, activiteitId, magSchrijven } = props
  const haalWeg = useGeldWeg(activiteitId)
  return (
    <div className="od-kaart od-stapel">
      <p>
        <strong>{euro(bedrag.bedrag)}</strong> {geldsoorten[bedrag.soort].toLowerCase()} in {bedrag.jaar}
        {bedrag.isStructureel ? ', elk jaar' : ''}: {bedrag.omschrijving}
      </p>
      <p className="od-hint">Bron: {bedrag.bron}</p>
      {magSchrijven && (
        <div className="od-knoppen">
          <FormDisclosure label={`Verbeteren: ${bedrag.omschrijving}`}>
            {(sluit) => <WijzigGeld geld={bedrag} sluit={sluit} />}
          </FormDisclosure>
          <Button
            type="button"
            variant="tertiary"
            aria-label={`${bedrag.omschrijving} weghalen`}
            onClick={() => void haalWeg(bedrag)}
          >
            Weghalen
          </Button>
        </div>
      )}
    </div>
  )
}
