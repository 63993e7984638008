import { Button } from '@amsterdam/design-system-react'
import { Link } from '@tanstack/react-router'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { tellers } from '../../duiding/domain/keuzes.ts'
import type { Besluitrij as Bestuursbesluit } from '../../overleg/domain/besluit-contract.ts'
import { Besluitlijst, useBesluitenOver } from '../../overleg/web/besluiten-deel.tsx'
import type { ActiviteitDetail } from '../domain/activiteit-contract.ts'
import { knelpuntsoorten, organen, uitkomsten } from '../domain/keuzes.ts'
import {
  type Activiteitdraad,
  type Besluitrij,
  type Draadpunt,
  getActiviteitdraad,
  postActiviteitvoortgang,
  postVoortgangintrekking,
} from '../domain/voortgang-contract.ts'
import {
  BesluitForm,
  BesluitmomentForm,
  KnelpuntForm,
  OplossingForm,
  VoortgangForm,
} from './voortgang-forms.tsx'
import { getalTekst, Standbadge } from './waarden.tsx'

/** What is still open, and below it everything that happened: number, story, uitleg, decision, progress and next number. */
export function Voortgang({ activiteit }: { activiteit: ActiviteitDetail }) {
  const magSchrijven = useMag()('programma.schrijven')
  const { data, error } = useEndpoint(getActiviteitdraad, { params: { id: activiteit.id } })
  const besluiten = useBesluitenOver({ activiteitId: activiteit.id })
  if (error && !data) return <ProblemAlert problem={error} />
  if (!data) return null
  // What belongs to a besluitmoment stands with it.
  const overige = besluiten.filter(
    ({ besluitmomentId }) => !data.besluitmomenten.some(({ id }) => id === besluitmomentId),
  )
  return (
    <>
      {magSchrijven && (
        <>
          <FormDisclosure label="Voortgang schrijven">
            {(sluit) => <VoortgangForm activiteit={activiteit} sluit={sluit} />}
          </FormDisclosure>
          <FormDisclosure label="Knelpunt melden">
            {(sluit) => <KnelpuntForm activiteit={activiteit} sluit={sluit} />}
          </FormDisclosure>
          <FormDisclosure label="Besluitmoment plannen">
            {(sluit) => <BesluitmomentForm activiteit={activiteit} sluit={sluit} />}
          </FormDisclosure>
        </>
      )}
      <Openstaand draad={data} besluiten={besluiten} magSchrijven={magSchrijven} />
      {overige.length > 0 && (
        <Section title="Besluiten over deze activiteit">
          <Besluitlijst besluiten={overige} label="Besluiten over deze activiteit" />
        </Section>
      )}
      <Section title="Wat er gebeurde">
        {data.punten.length === 0 ? (
          <EmptyState title="Nog niets" text="Schrijf de voortgang, meld een stand of volg een indicator." />
        ) : (
          <ol className="od-tijdlijn">
            {data.punten.map((punt) => (
              <li key={`${punt.soort} ${punt.id}`}>
                <Punt punt={punt} activiteit={activiteit} besluiten={besluiten} magSchrijven={magSchrijven} />
              </li>
            ))}
          </ol>
        )}
      </Section>
    </>
  )
}

interface OpenstaandProps {
  draad: Activiteitdraad
  besluiten: readonly Bestuursbesluit[]
  magSchrijven: boolean
}

/** The decisions of boards at one besluitmoment. */
const besluitenBij = (besluiten: readonly Bestuursbesluit[], momentId: string) =>
  besluiten.filter(({ besluitmomentId }) => besluitmomentId === momentId)

function Openstaand({ draad, besluiten, magSchrijven }: OpenstaandProps) {
  const knelpunten = draad.knelpunten.filter(({ opgelostOp }) => opgelostOp === null)
  const momenten = draad.besluitmomenten.filter(({ uitkomst }) => uitkomst === null)
  if (knelpunten.length + momenten.length === 0) return null
  return (
    <Section title="Wat nog openstaat">
      {momenten.map((moment) => (
        <Moment
          key={moment.id}
          moment={moment}
          besluiten={besluitenBij(besluiten, moment.id)}
          magSchrijven={magSchrijven}
        />
      ))}
      {knelpunten.map((knelpunt) => (
        <div key={knelpunt.id} className="od-kaart od-stapel">
          <p>
            <StatusBadge label="Knelpunt" tone="let_op" /> {knelpuntsoorten[knelpunt.soort]}, sinds{' '}
            <DateText date={knelpunt.gemeldOp} />
          </p>
          <p className="od-tekst">{knelpunt.omschrijving}</p>
          {magSchrijven && (
            <FormDisclosure label="Oplossing vastleggen">
              {(sluit) => <OplossingForm knelpunt={knelpunt} sluit={sluit} />}
            </FormDisclosure>
          )}
        </div>
      ))}
    </Section>
  )
}

interface MomentProps {
  moment: Besluitrij
  besluiten: readonly Bestuursbesluit[]
  magSchrijven: boolean
}

function Moment({ moment, besluiten, magSchrijven }: MomentProps) {
  const genomenOp = besluiten
    .filter(({ stand }) => stand === 'onderweg' || stand === 'rond')
    .flatMap(({ beslotenOp }) => beslotenOp ?? [])
    .sort()
    .at(-1)
  return (
    <div className="od-kaart od-stapel">
      <p>
        <StatusBadge
          label={moment.isTeLaat ? 'Besluit is te laat' : 'Te besluiten'}
          tone={moment.isTeLaat ? 'fout' : 'wacht'}
        />{' '}
        {organen[moment.orgaan]}, uiterlijk <DateText date={moment.geplandOp} />
      </p>
      <p className="od-tekst">{moment.waarover}</p>
      {moment.criteria && <p className="od-tekst">Criteria: {moment.criteria}</p>}
      {besluiten.length > 0 && <Besluitlijst besluiten={besluiten} label="Besluiten bij dit besluitmoment" />}
      {magSchrijven && genomenOp && (
        <p>
          Het besluit is genomen op <DateText date={genomenOp} long />. Leg hier vast wat dat betekent voor
          deze activiteit.
        </p>
      )}
      {magSchrijven && (
        <FormDisclosure label="Besluit vastleggen">
          {(sluit) => <BesluitForm moment={moment} besloten={genomenOp} sluit={sluit} />}
        </FormDisclosure>
      )}
    </div>
  )
}

interface PuntProps {
  punt: Draadpunt
  activiteit: ActiviteitDetail
  besluiten: readonly Bestuursbesluit[]
  magSchrijven: boolean
}

function Punt({ punt, activiteit, besluiten, magSchrijven }: PuntProps) {
  const bij = punt.soort === 'besluit' ? besluitenBij(besluiten, punt.id) : []
  return (
    <>
      <p className="od-tijdlijn__kop">{kopVan(punt)}</p>
      <p className="od-hint">
        <DateText date={punt.op} long />
        {punt.wie && <> door {punt.wie}</>}
      </p>
      <Inhoud punt={punt} />
      {bij.length > 0 && <Besluitlijst besluiten={bij} label="Besluiten bij dit besluitmoment" />}
      {punt.soort === 'voortgang' && magSchrijven && <Intrekken punt={punt} activiteit={activiteit} />}
    </>
  )
}

function kopVan(punt: Draadpunt): string {
  switch (punt.soort) {
    case 'stand':
      return 'Stand'
    case 'voortgang':
      return 'Voortgang'
    case 'getal':
      return `Getal: ${punt.resultaat}`
    case 'indicator':
      return `Cijfer: ${punt.indicator}`
    case 'uitleg':
      return `Uitleg bij ${punt.indicator}`
    case 'verhaal':
      return `Verhaal: ${punt.titel}`
    case 'besluit':
      return `Besluit: ${uitkomsten[punt.uitkomst].toLowerCase()}`
    case 'knelpunt':
      return punt.isOplossing ? 'Knelpunt opgelost' : 'Knelpunt'
  }
}

function Inhoud({ punt }: { punt: Draadpunt }) {
  switch (punt.soort) {
    case 'stand':
      return (
        <>
          <Standbadge stand={punt.stand} koers={punt.koers} />
          {punt.reden && <p className="od-tekst">{punt.reden}</p>}
        </>
      )
    case 'voortgang':
      return (
        <>
          <p className="od-tekst">{punt.standVanZaken}</p>
          {punt.inzichten && <p className="od-tekst">Inzichten: {punt.inzichten}</p>}
          {punt.vervolg && <p className="od-tekst">Vervolg: {punt.vervolg}</p>}
          <p className="od-hint">
            Bron: {punt.bron}. {punt.isOpenbaar ? 'Openbaar.' : 'Niet openbaar.'}
          </p>
        </>
      )
    case 'getal':
      return (
        <p>
          <strong>{getalTekst(punt.waarde, punt.eenheid)}</strong> {punt.toelichting}
        </p>
      )
    case 'indicator':
      return (
        <p>
          <strong>{punt.waarde}</strong>{' '}
          <Link to={'/indicatoren/$indicator' as never} params={{ indicator: punt.code } as never}>
            Bekijk {punt.indicator}
          </Link>
        </p>
      )
    case 'uitleg':
      return <p className="od-tekst">{punt.tekst}</p>
    case 'verhaal':
      return (
        <>
          <blockquote className="od-tekst od-citaat">{punt.tekst}</blockquote>
          <p className="od-hint">
            Verteld door: {tellers[punt.teller as keyof typeof tellers].toLowerCase()}. Met toestemming.
          </p>
        </>
      )
    case 'besluit':
      return (
        <>
          <p className="od-tekst">
            {punt.waarover} ({organen[punt.orgaan]})
          </p>
          <p className="od-tekst">{punt.motivering}</p>
        </>
      )
    case 'knelpunt':
      return <p className="od-tekst">{punt.isOplossing ? punt.oplossing : punt.omschrijving}</p>
  }
}

/** Takes a text back; the toast offers to write it again as it was. */
function Intrekken(props: {
  punt: Extract<Draadpunt, { soort: 'voortgang' }>
  activiteit: ActiviteitDetail
}) {
  const { punt, activiteit } = props
  const toast = useToast()
  const weg = useCommand(postVoortgangintrekking)
  const terug = useCommand(postActiviteitvoortgang)
  async function trekIn() {
    const { op, standVanZaken, inzichten, vervolg, isOpenbaar, bron } = punt
    try {
      await weg.run({ params: { id: punt.id }, body: {} })
      toast.show('De tekst is ingetrokken.', async () => {
        await terug.run({
          params: { id: activiteit.id },
          body: { op, standVanZaken, inzichten, vervolg, isOpenbaar, bron },
        })
      })
    } catch (problem) {
      toast.show(problem instanceof Error ? problem.message : 'De tekst is niet ingetrokken.')
    }
  }
  return (
    <Button
      type="button"
      variant="tertiary"
      disabled={weg.busy}
      aria-label={`Voortgang van ${punt.op} intrekken`}
      onClick={() => void trekIn()}
    >
      Intrekken
    </Button>
  )
}
