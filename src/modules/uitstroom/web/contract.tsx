import { optionsOf, SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { UitstroomDetail } from '../domain/api.ts'
import { partijrollen } from '../domain/contract.ts'
import { postContract, postContractStap } from '../domain/schrijf-api.ts'
import {
  contractActies,
  contractStappen,
  contractsoorten,
  contractToestanden,
  klaptOm,
} from '../domain/toestanden.ts'
import { type DeelProps, MetUitstroom, opties, useZend } from './delen.tsx'

type Contract = UitstroomDetail['contracten'][number]

/** In the dossier: the contract of the home, with its parties, agreements and days. */
export function ContractSectie({ persoonId }: { readonly persoonId: string }) {
  return (
    <MetUitstroom persoonId={persoonId}>
      {(one) => (
        <>
          {one.contracten.length === 0 && <p>Er is nog geen contract.</p>}
          {one.contracten.map((contract) => (
            <div key={contract.id} className="od-stapel">
              <Feiten contract={contract} />
              {one.magWijzigen && contractStappen(contract.toestand, contract.soort).length > 0 && (
                <FormDisclosure label="Evalueren, omzetten of beëindigen">
                  {(sluit) => <StapForm contract={contract} sluit={sluit} />}
                </FormDisclosure>
              )}
            </div>
          ))}
          {one.magWijzigen && one.contracten.every((contract) => contract.toestand === 'beeindigd') && (
            <FormDisclosure label="Contract vastleggen">
              {(sluit) => <NieuwForm one={one} sluit={sluit} />}
            </FormDisclosure>
          )}
        </>
      )}
    </MetUitstroom>
  )
}

function Feiten({ contract }: { readonly contract: Contract }) {
  return (
    <TermList width="medium">
      <Term label={contractsoorten[contract.soort].split(':')[0]!}>
        <StatusBadge
          label={contractToestanden[contract.toestand]}
          tone={contract.toestand === 'beeindigd' ? 'neutraal' : 'goed'}
        />
        {contract.omklapNabij && (
          <>
            {' '}
            <StatusBadge label="Bijna omzetten" tone="let_op" />
          </>
        )}
      </Term>
      <Term label="Woning">
        {contract.woningtype} in {contract.gemeente}, sinds <DateText date={contract.begonnenOp} />
      </Term>
      {contract.partijen.map((partij) => (
        <Term key={partij.rol + partij.naam} label={partijrollen[partij.rol]}>
          {partij.naam}
        </Term>
      ))}
      <Term label="Goede buur en goede huurder">{contract.afspraken}</Term>
      {contract.evaluatieOp && contract.toestand !== 'beeindigd' && (
        <Term label="Samen terugkijken op">
          <DateText date={contract.evaluatieOp} long />
        </Term>
      )}
      {contract.omklapOp && (
        <Term label={contract.omgezetOp ? 'Omgezet op' : 'Gewoon huurcontract vanaf'}>
          <DateText date={contract.omgezetOp ?? contract.omklapOp} long />
        </Term>
      )}
      {contract.terugblikken.length > 0 && (
        <Term label="Eerder teruggekeken">
          {contract.terugblikken.map((een) => (
            <p key={een.op + een.tekst}>
              <DateText date={een.op} />: {een.tekst}
            </p>
          ))}
        </Term>
      )}
      {contract.geeindigdOp && (
        <Term label="Beëindigd op">
          <DateText date={contract.geeindigdOp} />: {contract.eindreden}
        </Term>
      )}
    </TermList>
  )
}

function StapForm({ contract, sluit }: { readonly contract: Contract; readonly sluit: () => void }) {
  const send = useZend(postContractStap, contract.id, 'De stap is vastgelegd.', sluit)
  const stappen = contractStappen(contract.toestand, contract.soort)
  return (
    <Form
      draftKey={`huurcontract-${contract.id}-stap`}
      schema={postContractStap.body}
      defaultValues={{ versie: contract.versie } as never}
      onSubmit={send}
      submitLabel="Stap vastleggen"
    >
      {(form) => {
        const actie = form.watch('actie')
        return (
          <>
            <SelectField
              name="actie"
              label="Wat legt u vast?"
              options={stappen.map((value) => ({ value, label: contractActies[value] }))}
            />
            <DateField name="op" label="Op welke dag?" />
            {actie && actie !== 'beeindigen' && (
              <DateField
                name="evaluatieOp"
                label="Wanneer kijkt u weer samen terug?"
                hint={
                  actie === 'evalueren' && contract.toestand === 'lopend' && contract.omklapOp
                    ? 'Leeg: op de dag dat het een gewoon huurcontract wordt.'
                    : 'Leeg: niet meer.'
                }
                optional
              />
            )}
            {actie === 'evalueren' && contract.toestand === 'lopend' && contract.omklapOp && (
              <DateField name="omklapOp" label="Andere dag voor het gewone huurcontract" optional />
            )}
            <TextField
              name="toelichting"
              label="Toelichting"
              hint="Nodig bij beëindigen."
              optional
              empty={null}
            />
          </>
        )
      }}
    </Form>
  )
}

const afsprakenTekst =
  'Goede buur en goede huurder: de huur op tijd betalen, de woning netjes houden, rekening houden met de buren en bij overlast samen praten.'

function NieuwForm({ one, sluit }: DeelProps & { readonly sluit: () => void }) {
  const send = useZend(postContract, one.persoonId, 'Het contract is vastgelegd.', sluit)
  const { keuzes } = one
  const aanvaard = one.aanbod.filter((aanbod) => aanbod.toestand === 'aanvaard')
  return (
    <Form
      draftKey={`uitstroom-${one.persoonId}-contract`}
      schema={postContract.body}
      defaultValues={
        {
          woningtype: one.dossier?.woningtype ?? '',
          gemeenteCode: keuzes.gemeenten.find((een) => een.naam === one.dossier?.gemeente)?.code,
          verhuurder: aanvaard[0]?.corporatie,
          woningaanbodId: aanvaard[0]?.id ?? null,
          afspraken: afsprakenTekst,
        } as never
      }
      onSubmit={send}
      submitLabel="Contract vastleggen"
    >
      {(form) => {
        const soort = form.watch('soort')
        return (
          <>
            <SelectField name="soort" label="Soort contract" options={optionsOf(contractsoorten)} />
            {aanvaard.length > 0 && (
              <SelectField
                name="woningaanbodId"
                label="Uit welk aanbod?"
                options={aanvaard.map((een) => ({ value: een.id, label: een.corporatie }))}
                optional
                empty={null}
              />
            )}
            <SelectField name="woningtype" label="Soort woning" options={opties(keuzes.woningtypen)} />
            <SelectField
              name="gemeenteCode"
              label="Gemeente van de woning"
              options={opties(keuzes.gemeenten)}
            />
            <DateField name="begonnenOp" label="Eerste dag van het contract" />
            <TextField name="verhuurder" label="Verhuurder" />
            {soort === 'omklapwoning' && (
              <TextField name="hoofdhuurder" label="Organisatie die eerst huurt" empty={null} />
            )}
            {soort === 'woonzorgcontract' || soort === 'omklapwoning' ? (
              <TextField
                name="begeleider"
                label="Organisatie die begeleidt"
                optional={soort === 'omklapwoning'}
                empty={null}
              />
            ) : null}
            <TextAreaField name="afspraken" label="Afspraken van goede buur en goede huurder" />
            {soort && klaptOm.includes(soort) && (
              <>
                <DateField name="evaluatieOp" label="Wanneer kijkt u samen terug?" />
                <DateField name="omklapOp" label="Wanneer wordt het een gewoon huurcontract?" />
              </>
            )}
          </>
        )
      }}
    </Form>
  )
}
