import { useCommand } from '../../../ui/api-hooks.ts'
import { SelectField } from '../../../ui/choice-fields.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormDisclosure } from '../../../ui/form-disclosure.tsx'
import { useMag } from '../../../ui/session.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  eindigVeiligThuis,
  legHuisverbodVast,
  legVeiligThuisVast,
  trekHuisverbodIn,
  type VrouwenopvangDossier,
  verlengHuisverbod,
} from '../domain/contract.ts'
import { vtSoorten } from '../domain/keuzes.ts'
import { verbodActies, verbodToestanden } from '../domain/toestanden.ts'
import { optionsOf } from './opties.ts'

type Props = { readonly persoonId: string; readonly data: VrouwenopvangDossier }
type Verbod = VrouwenopvangDossier['huisverboden'][number]
type Feit = VrouwenopvangDossier['veiligThuis'][number]

export function VerbodDeel({ persoonId, data }: Props) {
  const mag = useMag()('vrouwenopvang.wijzigen')
  return (
    <>
      {data.huisverboden.length === 0 && <p>Deze cliënt heeft geen huisverbod.</p>}
      <ul className="od-werklijst">
        {data.huisverboden.map((verbod) => (
          <VerbodRegel key={verbod.id} verbod={verbod} mag={mag} />
        ))}
      </ul>
      {mag && (
        <FormDisclosure label="Huisverbod vastleggen">
          {(close) => <VerbodForm persoonId={persoonId} data={data} onDone={close} />}
        </FormDisclosure>
      )}
    </>
  )
}

function VerbodRegel({ verbod, mag }: { verbod: Verbod; mag: boolean }) {
  return (
    <li>
      <span className="od-werklijst__wie">
        Besluit {verbod.besluitnummer}, gemeente {verbod.gemeente}
        <span className="od-hint">
          {verbod.veiligThuisOp && (
            <>
              Veilig Thuis betrokken op <DateText date={verbod.veiligThuisOp} />.{' '}
            </>
          )}
          {verbod.procesregisseur && `Regie: ${verbod.procesregisseur}.`}
        </span>
        {mag && verbod.acties.includes('verlengen') && (
          <FormDisclosure label={verbodActies.verlengen}>
            {(close) => <VerlengForm verbod={verbod} onDone={close} />}
          </FormDisclosure>
        )}
        {mag && verbod.acties.includes('intrekken') && (
          <FormDisclosure label={verbodActies.intrekken}>
            {(close) => <IntrekForm verbod={verbod} onDone={close} />}
          </FormDisclosure>
        )}
      </span>
      <span className="od-werklijst__wanneer">
        <DateText date={verbod.opgelegdOp} /> tot{' '}
        <DateText date={verbod.ingetrokkenOp ?? verbod.verlengdTot ?? verbod.tot} />{' '}
        <StatusBadge
          label={verbodToestanden[verbod.toestand]}
          tone={verbod.toestand === 'geldt' ? 'let_op' : 'neutraal'}
        />
      </span>
    </li>
  )
}

function VerbodForm({ persoonId, data, onDone }: Props & { onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(legHuisverbodVast, {
    onDone: () => {
      toast.show('Het huisverbod is vastgelegd. Het eindigt vanzelf na tien dagen.')
      onDone()
    },
  })
  return (
    <Form
      schema={legHuisverbodVast.body}
      defaultValues={{} as never}
      draftKey={`huisverbod-${persoonId}`}
      submitLabel="Huisverbod vastleggen"
      onSubmit={(body) => save.run({ params: { id: persoonId }, body })}
    >
      <p>Leg dit vast bij de cliënt die het huis uit moet. Het verbod duurt tien dagen.</p>
      <DateField name="opgelegdOp" label="Eerste dag" />
      <TextField name="besluitnummer" label="Nummer van het besluit" />
      <SelectField
        name="gemeenteCode"
        label="Gemeente van de burgemeester"
        options={data.gemeenten.map((one) => ({ value: one.code, label: one.naam }))}
      />
      <DateField name="veiligThuisOp" label="Veilig Thuis betrokken op" empty={null} optional />
      <TextField name="procesregisseur" label="Wie regisseert de hulp?" empty={null} optional />
    </Form>
  )
}

function VerlengForm({ verbod, onDone }: { verbod: Verbod; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(verlengHuisverbod, {
    onDone: () => {
      toast.show('De verlenging is vastgelegd.')
      onDone()
    },
  })
  return (
    <Form
      schema={verlengHuisverbod.body}
      defaultValues={{ versie: verbod.versie } as never}
      submitLabel="Verlenging vastleggen"
      onSubmit={(body) => save.run({ params: { id: verbod.id }, body })}
    >
      <DateField name="op" label="Dag van de verlenging" />
      <DateField name="verlengdTot" label="Tot welke dag?" hint="Hooguit vier weken na de eerste dag" />
    </Form>
  )
}

function IntrekForm({ verbod, onDone }: { verbod: Verbod; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(trekHuisverbodIn, {
    onDone: () => {
      toast.show('Vastgelegd dat het huisverbod is ingetrokken.')
      onDone()
    },
  })
  return (
    <Form
      schema={trekHuisverbodIn.body}
      defaultValues={{ versie: verbod.versie } as never}
      submitLabel="Intrekking vastleggen"
      onSubmit={(body) => save.run({ params: { id: verbod.id }, body })}
    >
      <DateField name="op" label="Ingetrokken op" />
    </Form>
  )
}

export function VeiligThuisDeel({ persoonId, data }: Props) {
  const mag = useMag()('vrouwenopvang.wijzigen')
  return (
    <>
      {data.veiligThuis.length === 0 && <p>Er is niets vastgelegd over Veilig Thuis.</p>}
      <ul className="od-werklijst">
        {data.veiligThuis.map((feit) => (
          <li key={feit.id}>
            <span className="od-werklijst__wie">
              {vtSoorten[feit.soort]}
              {feit.kenmerk && <span className="od-hint">Kenmerk {feit.kenmerk}</span>}
              {mag && feit.tot === null && (
                <FormDisclosure label={`${vtSoorten[feit.soort]} is klaar`}>
                  {(close) => <KlaarForm feit={feit} onDone={close} />}
                </FormDisclosure>
              )}
            </span>
            <span className="od-werklijst__wanneer">
              sinds <DateText date={feit.van} />
              {feit.tot && (
                <>
                  {' '}
                  tot en met <DateText date={feit.tot} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {mag && (
        <FormDisclosure label="Veilig Thuis vastleggen">
          {(close) => <VtForm persoonId={persoonId} onDone={close} />}
        </FormDisclosure>
      )}
    </>
  )
}

function VtForm({ persoonId, onDone }: { persoonId: string; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(legVeiligThuisVast, {
    onDone: () => {
      toast.show('Vastgelegd dat Veilig Thuis betrokken is.')
      onDone()
    },
  })
  return (
    <Form
      schema={legVeiligThuisVast.body}
      defaultValues={{} as never}
      draftKey={`veilig-thuis-${persoonId}`}
      submitLabel="Veilig Thuis vastleggen"
      onSubmit={(body) => save.run({ params: { id: persoonId }, body })}
    >
      <SelectField name="soort" label="Waarmee is Veilig Thuis bezig?" options={optionsOf(vtSoorten)} />
      <DateField name="van" label="Sinds welke dag?" />
      <TextField name="kenmerk" label="Kenmerk bij Veilig Thuis" empty={null} optional />
    </Form>
  )
}

function KlaarForm({ feit, onDone }: { feit: Feit; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(eindigVeiligThuis, {
    onDone: () => {
      toast.show('Vastgelegd dat Veilig Thuis klaar is.')
      onDone()
    },
  })
  return (
    <Form
      schema={eindigVeiligThuis.body}
      defaultValues={{ versie: feit.versie } as never}
      submitLabel="Vastleggen"
      onSubmit={(body) => save.run({ params: { id: feit.id }, body })}
    >
      <DateField name="op" label="Laatste dag" />
    </Form>
  )
}
