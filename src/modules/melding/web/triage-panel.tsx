import { Button } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand } from '../../../ui/api-hooks.ts'
import { RadioField, SelectField, YesNoField } from '../../../ui/choice-fields.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { useMag, useSessie } from '../../../ui/session.tsx'
import { Term, TermList } from '../../../ui/term.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { type MeldingDetail, RecordTriage, recordTriage } from '../domain/contract.ts'
import { adviseRoute } from '../domain/rules.ts'
import { domeinen, isOpen, rechtmatigVerblijven, triageUitkomsten } from '../domain/status.ts'
import { conflictWords } from './conflict.ts'
import { codesOf, keuzesOf, useOpties } from './opties.ts'

export function TriagePanel({ melding }: { melding: MeldingDetail }) {
  const mag = useMag()
  const sessie = useSessie()
  const [again, setAgain] = useState(false)
  const [typed, setTyped] = useState(false)
  const magTriage =
    isOpen(melding.status) && mag('melding.behandelen') && melding.organisatieId === sessie.organisatie.id
  // What somebody began stays, whatever a colleague does meanwhile; the save tells what that was.
  if (typed || (magTriage && (again || melding.triageOp === null)))
    return (
      <TriageForm
        melding={melding}
        onDone={() => setAgain(false)}
        onChanged={setTyped}
        closed={magTriage ? undefined : 'De triage doet het loket dat de melding behandelt, tot het besluit.'}
      />
    )
  if (melding.triageOp)
    return (
      <>
        <TermList>
          <Term label="Uitkomst">{melding.triageUitkomst && triageUitkomsten[melding.triageUitkomst]}</Term>
          <Term label="Deel van de keten">{melding.domein && domeinen[melding.domein]}</Term>
          {melding.woonsituatieNaam && <Term label="Slaapt nu">{melding.woonsituatieNaam}</Term>}
          <Term label="Toelichting">{melding.triageToelichting}</Term>
          {melding.voGeweldAfhankelijk !== null && (
            <Term label="Geweld in een afhankelijkheidsrelatie">
              {melding.voGeweldAfhankelijk ? 'Ja' : 'Nee'}
            </Term>
          )}
          {melding.voCode && (
            <Term label="Code">
              {melding.voCodeNaam ?? melding.voCode}
              {melding.voCodeUitleg && <span className="od-hint"> {melding.voCodeUitleg}</span>}
            </Term>
          )}
          {melding.roodHierReden && <Term label="Waarom nog even in de regio">{melding.roodHierReden}</Term>}
          <Term label="Gedaan op">
            <DateText date={melding.triageOp} long />
          </Term>
        </TermList>
        {magTriage && (
          <div>
            <Button type="button" variant="secondary" onClick={() => setAgain(true)}>
              Triage opnieuw doen
            </Button>
          </div>
        )}
      </>
    )
  return <p>De triage is nog niet gedaan. Het loket dat de melding behandelt doet dit.</p>
}

function TriageForm(props: {
  melding: MeldingDetail
  onDone: () => void
  onChanged: (isChanged: boolean) => void
  closed: string | undefined
}) {
  const { melding, onDone } = props
  const mag = useMag()
  const toast = useToast()
  const opties = useOpties()
  const save = useCommand(recordTriage, {
    onDone: () => {
      toast.show('De triage is vastgelegd. De volgende stap staat bovenaan.')
      onDone()
    },
  })
  return (
    <Form
      schema={RecordTriage}
      defaultValues={{
        versie: melding.versie,
        domein: melding.domein,
        rechtmatigVerblijf: melding.rechtmatigVerblijf,
        woonsituatie: melding.woonsituatie,
        voGeweldAfhankelijk: melding.voGeweldAfhankelijk,
        voThuisOnveilig: melding.voThuisOnveilig,
        voCode: melding.voCode,
      }}
      onChanged={props.onChanged}
      closed={props.closed}
      conflictWords={conflictWords}
      draftKey={`melding-${melding.id}-triage`}
      submitLabel="Triage vastleggen"
      onSubmit={(body) => save.run({ params: { id: melding.id }, body })}
    >
      {(form) => {
        const route = adviseRoute({
          geweldAfhankelijk: form.watch('voGeweldAfhankelijk'),
          thuisOnveilig: form.watch('voThuisOnveilig'),
        })
        return (
          <>
            <SelectField
              name="woonsituatie"
              label="Waar slaapt de cliënt nu?"
              options={keuzesOf(opties?.woonsituaties)}
              emptyLabel="Niet gevraagd"
              empty={null}
              optional
            />
            <YesNoField
              name="voGeweldAfhankelijk"
              label="Is er geweld in een afhankelijkheidsrelatie?"
              optional
            />
            {form.watch('voGeweldAfhankelijk') === true && (
              <>
                <YesNoField name="voThuisOnveilig" label="Is het thuis nu niet veilig?" />
                <Alert heading="Advies" headingLevel={3}>
                  <p>{route.uitleg}</p>
                </Alert>
              </>
            )}
            <SelectField
              name="domein"
              label="Deel van de keten"
              options={codesOf(domeinen)}
              emptyLabel="Nog niet duidelijk"
              empty={null}
              optional
            />
            {form.watch('domein') === 'VO' && mag('vrouwenopvang.triage') && (
              <RadioField
                name="voCode"
                label="Code van Veilig Thuis"
                hint="Met een code worden de dossiers van de cliënt en de kinderen geheim, zodra de vrouwenopvang de melding heeft."
                options={(opties?.voCodes ?? []).map(({ waarde, naam, uitleg }) => ({
                  value: waarde,
                  label: naam,
                  ...(uitleg && { hint: uitleg }),
                }))}
                optional
              />
            )}
            {form.watch('voCode') === 'rood' && (
              <TextAreaField
                name="roodHierReden"
                label="Verblijft de cliënt nu in de regio? Waarom kan dat nog even?"
                hint="Alleen als de cliënt hier al verblijft. Schrijf ook op wie dat besloot. Noem geen adres."
                rows={2}
                max={500}
                optional
                empty={null}
              />
            )}
            <SelectField
              name="rechtmatigVerblijf"
              label="Rechtmatig verblijf in Nederland?"
              options={codesOf(rechtmatigVerblijven)}
            />
            <RadioField name="uitkomst" label="Wat is er nodig?" options={codesOf(triageUitkomsten)} />
            <TextAreaField name="toelichting" label="Korte toelichting" rows={3} max={2000} />
          </>
        )
      }}
    </Form>
  )
}
