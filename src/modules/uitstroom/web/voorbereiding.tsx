import { Alert } from '../../../ui/alert.tsx'
import { optionsOf, RadioField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { voorwaardestanden } from '../domain/contract.ts'
import { postVoorwaarden, postWens } from '../domain/schrijf-api.ts'
import { type DeelProps, MetUitstroom, opties, useZend } from './delen.tsx'

/** In the dossier: what has to be arranged, where somebody wants to live and what keeps the place occupied. */
export function VoorbereidingSectie({ persoonId }: { readonly persoonId: string }) {
  return (
    <MetUitstroom persoonId={persoonId}>
      {(one) => (
        <>
          {one.blokkade && (
            <Alert tone="let_op" heading="Kan weg, maar is er nog" headingLevel={3}>
              <p>
                Sinds <DateText date={one.blokkade.sinds} long />. Wacht op:{' '}
                {one.blokkade.wachtOp?.toLowerCase() ?? 'niet ingevuld'}.
              </p>
            </Alert>
          )}
          {one.dossier ? <Dossier one={one} /> : <p>{zonderDossier(one)}</p>}
          {(one.dossier || one.afgerond.length === 0) && <Voorwaarden one={one} />}
          {one.magWijzigen && (
            <>
              <FormDisclosure label="Gemeente en soort woning vastleggen">
                {(sluit) => <WensForm one={one} sluit={sluit} />}
              </FormDisclosure>
              <FormDisclosure label="Voorwaarden nakijken">
                {(sluit) => <VoorwaardenForm one={one} sluit={sluit} />}
              </FormDisclosure>
            </>
          )}
        </>
      )}
    </MetUitstroom>
  )
}

/** Who left is not asked again for what was in order when they did. */
function zonderDossier(one: DeelProps['one']): string {
  return one.afgerond.length > 0
    ? 'De uitstroom is afgerond. Bij een nieuw verblijf, of als u hier iets invult, begint een nieuw dossier.'
    : 'Er is geen verblijf en nog niets ingevuld. Bij de eerste invoer begint het dossier.'
}

function Dossier({ one }: DeelProps) {
  const dossier = one.dossier!
  const open = one.taken.filter((taak) => !taak.klaar)
  return (
    <>
      <TermList width="medium">
        <Term label="Begonnen op">
          <DateText date={dossier.begonnenOp} long />
        </Term>
        <Term label="Gemeente" empty="Nog niet bekend">
          {dossier.gemeente && `${dossier.gemeente}${dossier.isHerkomst ? ' (gemeente van herkomst)' : ''}`}
        </Term>
        <Term label="Soort woning" empty="Nog niet bekend">
          {dossier.woningtypeNaam}
        </Term>
        {dossier.wens && <Term label="Wens">{dossier.wens}</Term>}
      </TermList>
      {open.length > 0 && (
        <>
          <h3 className="od-tussenkop">Nog te doen</h3>
          <p className="od-hint">
            Voorbereiden begint op de eerste dag. Kijk de voorwaarden na voor{' '}
            <DateText date={dossier.bekijkenVoor} />.
          </p>
          <ul>
            {open.map((taak) => (
              <li key={taak.code}>{taak.tekst}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const tonen = { ja: 'goed', nee: 'let_op', nvt: 'neutraal' } as const

function Voorwaarden({ one }: DeelProps) {
  return (
    <>
      <h3 className="od-tussenkop">Voorwaarden</h3>
      <TermList width="wide">
        {one.voorwaarden.map((een) => (
          <Term key={een.code} label={een.naam}>
            <StatusBadge
              label={een.stand ? voorwaardestanden[een.stand] : 'Niet bekeken'}
              tone={een.stand ? tonen[een.stand] : 'wacht'}
            />
            {een.notitie && ` ${een.notitie}`}
            {een.op && (
              <span className="od-hint">
                {' '}
                <DateText date={een.op} />
                {een.door && `, ${een.door}`}
              </span>
            )}
          </Term>
        ))}
      </TermList>
    </>
  )
}

interface FormProps extends DeelProps {
  readonly sluit: () => void
}

function WensForm({ one, sluit }: FormProps) {
  const send = useZend(postWens, one.persoonId, 'De woonwens is vastgelegd.', sluit)
  const { dossier, keuzes } = one
  return (
    <Form
      draftKey={`uitstroom-${one.persoonId}-wens`}
      schema={postWens.body}
      defaultValues={{
        versie: dossier?.versie ?? 0,
        gemeenteCode: dossier?.gemeenteCode ?? null,
        woningtype: dossier?.woningtype ?? '',
        wens: dossier?.wens ?? null,
      }}
      onSubmit={send}
      submitLabel="Woonwens opslaan"
    >
      <SelectField
        name="gemeenteCode"
        label="Waar wil iemand wonen?"
        emptyLabel={`Gemeente van herkomst${keuzes.herkomst ? `: ${keuzes.herkomst}` : ''}`}
        options={opties(keuzes.gemeenten)}
        optional
        empty={null}
      />
      <SelectField name="woningtype" label="Welke soort woning past?" options={opties(keuzes.woningtypen)} />
      <TextField
        name="wens"
        label="Wat is verder belangrijk?"
        hint="Alleen over de woning. Schrijf geen diagnose op."
        optional
        empty={null}
      />
    </Form>
  )
}

function VoorwaardenForm({ one, sluit }: FormProps) {
  const send = useZend(postVoorwaarden, one.persoonId, 'De voorwaarden zijn opgeslagen.', sluit)
  return (
    <Form
      draftKey={`uitstroom-${one.persoonId}-voorwaarden`}
      schema={postVoorwaarden.body}
      defaultValues={{
        versie: one.dossier?.versie ?? 0,
        voorwaarden: one.voorwaarden.map(({ code, stand, notitie }) => ({ code, stand, notitie })),
      }}
      onSubmit={send}
      submitLabel="Voorwaarden opslaan"
    >
      {one.voorwaarden.map((een, i) => (
        <div key={een.code} className="od-stapel">
          <RadioField
            name={`voorwaarden.${i}.stand`}
            label={een.naam}
            options={optionsOf(voorwaardestanden)}
            optional
          />
          <TextField
            name={`voorwaarden.${i}.notitie`}
            label={`Notitie bij ${een.naam.toLowerCase()}`}
            optional
            empty={null}
          />
        </div>
      ))}
    </Form>
  )
}
