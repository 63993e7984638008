import { Button, UnorderedList } from '@amsterdam/design-system-react'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { Alert } from '../../../ui/alert.tsx'
import { call } from '../../../ui/api.ts'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DateText, MomentText } from '../../../ui/date-text.tsx'
import { FileButtons } from '../../../ui/file-buttons.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { useSearchParams } from '../../../ui/search-params.ts'
import { useMag } from '../../../ui/session.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  getRapportage,
  getRapportagedocument,
  postRapportageovername,
  postRapportagevaststelling,
  postRapportageverversing,
  putRapportage,
  type RapportageDetail,
} from '../domain/contract.ts'
import { soorten } from '../domain/keuzes.ts'
import { periodeNaam } from '../domain/periode.ts'
import { Blokken } from './blokken.tsx'
import { Stand } from './rapportages-page.tsx'

const bestanden = {
  pdf: 'PDF om te lezen',
  odt: 'ODT om in verder te werken',
  docx: 'DOCX om in Word verder te werken',
} as const
const vasteBestanden = { ...bestanden, json: 'Alles als JSON, om te controleren' } as const

/** `/rapportages/$id`: a draft to edit a chapter at a time, or what was frozen. */
export function RapportagePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const [isBezig, setIsBezig] = useState(true)
  const { data, error } = useEndpoint(
    getRapportage,
    { params: { id } },
    { refetchInterval: isBezig ? 1000 : false },
  )
  if (data && data.isBezig !== isBezig) setIsBezig(data.isBezig)
  return (
    <Page
      title={data?.titel ?? 'Rapportage'}
      breadcrumbs={[{ label: 'Rapportages', to: '/rapportages' }]}
      status={data && <Stand rij={data} />}
      lead={data && `${soorten[data.soort]} van ${data.programma} over ${periodeNaam(data)}.`}
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data?.isBezig && <Bezig voortgang={data.voortgang} />}
      {data && !data.isVastgesteld && !data.isBezig && <Concept rapportage={data} />}
      {data && !data.isBezig && data.hoofdstukken.length > 0 && <Hoofdstukken rapportage={data} />}
      {data && !data.isBezig && <Meenemen rapportage={data} />}
    </Page>
  )
}

function Bezig({ voortgang }: Pick<RapportageDetail, 'voortgang'>) {
  const verlaten = 'U kunt deze pagina verlaten.'
  const label = 'Onderdak haalt de teksten en cijfers op'
  if (!voortgang || voortgang.totaal === 0) return <Progress label={label} detail={verlaten} />
  const { gedaan, totaal } = voortgang
  return (
    <Progress
      label={label}
      value={gedaan / totaal}
      detail={`${formatNumber(gedaan)} van ${formatNumber(totaal)} ${totaal === 1 ? 'activiteit' : 'activiteiten'}. ${verlaten}`}
    />
  )
}

const KWARTIER = 15 * 60_000

/** Opened long after it was drafted, it is looked at again by itself. */
function useVerversing(rapportage: RapportageDetail, mag: boolean) {
  const save = useCommand(postRapportageverversing)
  const gevraagd = useRef(false)
  const isOud =
    rapportage.levendOp !== null && Date.now() - new Date(rapportage.levendOp).getTime() > KWARTIER
  const { id } = rapportage
  useEffect(() => {
    if (!mag || !isOud || gevraagd.current) return
    gevraagd.current = true
    save.run({ params: { id }, body: {} }).catch(() => {})
  }, [mag, isOud, id, save])
  return save
}

function Concept({ rapportage }: { rapportage: RapportageDetail }) {
  const mag = useMag()
  const toast = useToast()
  const magMaken = mag('rapportage.maken')
  const ververs = useVerversing(rapportage, magMaken)
  const neem = useCommand(postRapportageovername, {
    onDone: () => toast.show('De nieuwe teksten staan erin.'),
  })
  const { id, versie, levendOp, overTeNemen } = rapportage
  const open = rapportage.hoofdstukken.reduce((totaal, een) => totaal + een.open, 0)
  const problem = ververs.problem ?? neem.problem
  return (
    <>
      {problem && <ProblemAlert problem={problem} focus />}
      {open > 0 && (
        <Alert
          tone="let_op"
          heading={
            open === 1
              ? 'Bij één stuk zijn de gegevens veranderd'
              : `Bij ${open} stukken zijn de gegevens veranderd`
          }
        >
          <p>
            Kies bij elk stuk de nieuwe tekst, of houd wat er staat. Pas daarna kunt u de rapportage
            vaststellen.
          </p>
          {magMaken && overTeNemen > 0 && (
            <p>
              <Button
                type="button"
                variant="secondary"
                disabled={neem.busy}
                onClick={() => void neem.run({ params: { id }, body: { versie } }).catch(() => {})}
              >
                {overTeNemen === 1
                  ? 'Neem de nieuwe tekst over waar u niets bewerkte'
                  : `Neem ${overTeNemen} nieuwe teksten over waar u niets bewerkte`}
              </Button>
            </p>
          )}
        </Alert>
      )}
      <p className="od-hint">
        Onderdak keek op <MomentText at={levendOp} /> voor het laatst in de gegevens.
      </p>
      <div className="od-knoppen">
        {mag('rapportage.vaststellen') && <Vaststellen rapportage={rapportage} />}
        {magMaken && (
          <Button
            type="button"
            variant="secondary"
            disabled={ververs.busy}
            onClick={() => void ververs.run({ params: { id }, body: {} }).catch(() => {})}
          >
            Kijk opnieuw in de gegevens
          </Button>
        )}
      </div>
      {magMaken && (
        <FormDisclosure label="Titel wijzigen">
          {(sluit) => <Titel rapportage={rapportage} sluit={sluit} />}
        </FormDisclosure>
      )}
    </>
  )
}

function Vaststellen({ rapportage: { id, versie } }: { rapportage: RapportageDetail }) {
  const [vraagt, setVraagt] = useState(false)
  const toast = useToast()
  const save = useCommand(postRapportagevaststelling, {
    onDone: () => toast.show('De rapportage is vastgesteld.'),
  })
  async function vaststellen() {
    try {
      await save.run({ params: { id }, body: { versie } })
    } catch {
      // Shown below, where the button was.
    }
    setVraagt(false)
  }
  return (
    <>
      <Button type="button" onClick={() => setVraagt(true)}>
        Vaststellen
      </Button>
      {save.problem && <ProblemAlert problem={save.problem} focus />}
      <ConfirmDialog
        open={vraagt}
        heading="Rapportage vaststellen?"
        confirmLabel="Rapportage vaststellen"
        busy={save.busy}
        onConfirm={() => void vaststellen()}
        onCancel={() => setVraagt(false)}
      >
        <p>
          Daarna veranderen de teksten en cijfers niet meer. Een verhaal dat later wordt ingetrokken, gaat er
          wel uit.
        </p>
      </ConfirmDialog>
    </>
  )
}

function Titel({ rapportage, sluit }: { rapportage: RapportageDetail; sluit: () => void }) {
  const save = useCommand(putRapportage, { onDone: sluit })
  const { id, versie, titel } = rapportage
  return (
    <Form
      schema={putRapportage.body}
      defaultValues={{ versie, titel }}
      submitLabel="Titel opslaan"
      draftKey={`rapportage-${id}-titel`}
      onSubmit={(body) => save.run({ params: { id }, body })}
    >
      <TextField name="titel" label="Titel" />
    </Form>
  )
}

/** One chapter at a time: a report of sixty activities is too long for one page. */
function Hoofdstukken({ rapportage }: { rapportage: RapportageDetail }) {
  const { get } = useSearchParams()
  const magMaken = useMag()('rapportage.maken')
  const { hoofdstukken } = rapportage
  const gekozen = hoofdstukken.find(({ sleutel }) => sleutel === get('hoofdstuk')) ?? hoofdstukken[0]!
  return (
    <>
      {hoofdstukken.length > 1 && (
        <nav aria-label="Hoofdstukken">
          <UnorderedList>
            {hoofdstukken.map((een) => (
              <UnorderedList.Item key={een.sleutel}>
                <Link
                  to={'.' as never}
                  search={{ hoofdstuk: een.sleutel } as never}
                  resetScroll={false}
                  activeProps={() => ({})}
                  aria-current={een.sleutel === gekozen.sleutel ? 'page' : undefined}
                >
                  {een.titel}
                </Link>
                {een.sleutel === gekozen.sleutel && ' (hieronder)'}
                {een.open > 0 && `: ${een.open} om te kiezen`}
              </UnorderedList.Item>
            ))}
          </UnorderedList>
        </nav>
      )}
      <Blokken
        rapportageId={rapportage.id}
        hoofdstuk={gekozen.sleutel}
        titel={gekozen.titel}
        magBewerken={magMaken && !rapportage.isVastgesteld}
      />
    </>
  )
}

function Meenemen({ rapportage }: { rapportage: RapportageDetail }) {
  const { id, isVastgesteld, vorige, volgende } = rapportage
  const mag = useMag()
  const link = (een: { id: string; titel: string }) => (
    <Link to={'/rapportages/$id' as never} params={{ id: een.id } as never}>
      {een.titel}
    </Link>
  )
  return (
    <Section title="Meenemen en meer">
      <FileButtons
        soorten={isVastgesteld ? vasteBestanden : bestanden}
        fetch={(soort) => call(getRapportagedocument, { params: { id }, query: { soort } })}
      />
      <TermList>
        <Term label="Begonnen">
          <DateText date={rapportage.gemaaktOp} long />, {rapportage.gemaaktDoor}
        </Term>
        {isVastgesteld && (
          <Term label="Vastgesteld">
            <DateText date={rapportage.vastgesteldOp} long />, {rapportage.vastgesteldDoor}
          </Term>
        )}
        {rapportage.verhalenWeg > 0 && (
          <Term label="Verhalen">
            {rapportage.verhalenWeg} weg, omdat de toestemming is ingetrokken of voorbij is
          </Term>
        )}
        {rapportage.uitlegWeg > 0 && (
          <Term label="Uitleg">{rapportage.uitlegWeg} weg, omdat de schrijver haar introk</Term>
        )}
        {vorige && <Term label="Vorige">{link(vorige)}</Term>}
        {volgende && <Term label="Volgende">{link(volgende)}</Term>}
        {rapportage.controlegetal && (
          <Term label="Controlegetal">
            <code className="od-controlegetal">{rapportage.controlegetal}</code>
          </Term>
        )}
      </TermList>
      {isVastgesteld && mag('rapportage.maken') && (
        <div className="od-knoppen">
          {!volgende && (
            <ButtonLink to="/rapportages/nieuw" search={{ na: id }} variant="secondary">
              Maak de volgende
            </ButtonLink>
          )}
          {rapportage.soort === 'nieuwsbrief' && (
            <ButtonLink to="/nieuwsbrieven" variant="secondary">
              Nieuwsbrief versturen
            </ButtonLink>
          )}
        </div>
      )}
    </Section>
  )
}
