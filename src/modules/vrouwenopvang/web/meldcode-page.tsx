import { Button } from '@amsterdam/design-system-react'
import { dutchDateOf, formatLong } from '../../../shared/plain-date.ts'
import { useCommand, useEndpoint } from '../../../ui/api-hooks.ts'
import { RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  geenGesprekRedenen,
  type MeldcodeStap,
  meldcodeStappen,
  meldcodeUitkomsten,
} from '../domain/keuzes.ts'
import {
  beginMeldcode,
  listMeldcode,
  type MeldcodeDoorloop,
  wisMeldcode,
  zetMeldcodeStap,
} from '../domain/meldcode-contract.ts'
import { gedaneStappen, openStappen } from '../domain/rules.ts'
import { optionsOf } from './opties.ts'

/** `/meldcode`: the five steps, for the user alone. No name, no story: nothing here can be about somebody. */
export function MeldcodePage() {
  const toast = useToast()
  const { data, error } = useEndpoint(listMeldcode, {})
  const begin = useCommand(beginMeldcode, { onDone: () => toast.show('U bent begonnen met de meldcode.') })
  return (
    <Page
      title="Meldcode"
      lead="Vijf stappen bij een vermoeden van huiselijk geweld of kindermishandeling. Vul nergens een naam in: alleen u ziet deze lijst, en er gaat niets naar Veilig Thuis."
      actions={
        <Button
          type="button"
          disabled={begin.busy}
          onClick={() => void begin.run({ body: { op: dutchDateOf(new Date()) } }).catch(() => undefined)}
        >
          Meldcode beginnen
        </Button>
      }
    >
      <p>
        Is iemand nu in gevaar? Bel 112. Veilig Thuis geeft dag en nacht advies: 0800 2000. U hoeft daarvoor
        geen naam te noemen.
      </p>
      {(error ?? begin.problem) && <ProblemAlert problem={(error ?? begin.problem)!} />}
      {data?.results.length === 0 && <p>U heeft nu geen meldcode lopen.</p>}
      {data?.results.map((doorloop) => (
        <Section key={doorloop.id} title={`Begonnen op ${formatLong(doorloop.begonnenOp)}`}>
          <Doorloop doorloop={doorloop} />
        </Section>
      ))}
    </Page>
  )
}

const dagen: Readonly<Record<MeldcodeStap, keyof MeldcodeDoorloop>> = {
  signalen: 'signalenOp',
  overleg: 'overlegOp',
  gesprek: 'gesprekOp',
  wegen: 'wegenOp',
  beslissen: 'beslissenOp',
}

function Doorloop({ doorloop }: { doorloop: MeldcodeDoorloop }) {
  const toast = useToast()
  const wis = useCommand(wisMeldcode, { onDone: () => toast.show('Gewist.') })
  const gedaan = gedaneStappen(doorloop)
  const open = openStappen(doorloop)
  return (
    <>
      <ol className="od-werklijst">
        {(Object.keys(meldcodeStappen) as MeldcodeStap[]).map((stap, i) => {
          const op = doorloop[dagen[stap]] as string | null
          return (
            <li key={stap}>
              <span className="od-werklijst__wie">
                Stap {i + 1}. {meldcodeStappen[stap]}
                {stap === 'gesprek' && doorloop.geenGesprekReden && (
                  <span className="od-hint">
                    Overgeslagen: {geenGesprekRedenen[doorloop.geenGesprekReden]}
                  </span>
                )}
                {stap === 'beslissen' && doorloop.uitkomst && (
                  <span className="od-hint">{meldcodeUitkomsten[doorloop.uitkomst]}</span>
                )}
              </span>
              <span className="od-werklijst__wanneer">
                {op && <DateText date={op} />}{' '}
                <StatusBadge
                  label={gedaan.includes(stap) ? 'Gedaan' : 'Nog niet'}
                  tone={gedaan.includes(stap) ? 'goed' : 'neutraal'}
                />
              </span>
            </li>
          )
        })}
      </ol>
      {open.length > 0 && <StapForm key={doorloop.versie} doorloop={doorloop} open={open} />}
      {wis.problem && <ProblemAlert problem={wis.problem} focus />}
      <div className="od-knoppen">
        <Button
          type="button"
          variant="tertiary"
          disabled={wis.busy}
          onClick={() => void wis.run({ params: { id: doorloop.id }, body: {} }).catch(() => undefined)}
        >
          Deze lijst wissen
        </Button>
      </div>
    </>
  )
}

function StapForm({ doorloop, open }: { doorloop: MeldcodeDoorloop; open: readonly MeldcodeStap[] }) {
  const toast = useToast()
  const save = useCommand(zetMeldcodeStap, { onDone: () => toast.show('De stap is afgevinkt.') })
  return (
    <Form
      schema={zetMeldcodeStap.body}
      defaultValues={(open.length === 1 ? { stap: open[0] } : {}) as never}
      submitLabel="Stap afvinken"
      warnOnLeave={false}
      onSubmit={(body) => save.run({ params: { id: doorloop.id }, body })}
    >
      {(form) => (
        <>
          <RadioField
            name="stap"
            label="Welke stap heeft u gedaan?"
            options={open.map((value) => ({ value, label: meldcodeStappen[value] }))}
          />
          {form.watch('stap') === 'gesprek' && (
            <SelectField
              name="geenGesprekReden"
              label="Was er geen gesprek mogelijk?"
              emptyLabel="Het gesprek is gevoerd"
              empty={null}
              optional
              options={optionsOf(geenGesprekRedenen)}
            />
          )}
          {form.watch('stap') === 'beslissen' && (
            <SelectField
              name="uitkomst"
              label="Wat heeft u besloten?"
              empty={null}
              options={optionsOf(meldcodeUitkomsten)}
            />
          )}
        </>
      )}
    </Form>
  )
}
