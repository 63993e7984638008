import { useState } from 'react'
import { Alert } from '../../../ui/alert.tsx'
import { useCommand } from '../../../ui/api-hooks.ts'
import { ButtonLink } from '../../../ui/button-link.tsx'
import { CheckboxField, SelectField } from '../../../ui/choice-fields.tsx'
import { DateText } from '../../../ui/date-text.tsx'
import { FormPage } from '../../../ui/form-page.tsx'
import { Page } from '../../../ui/page.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { postTelefonischSignaal } from '../domain/contract.ts'
import { optiesVan, PlaatsVelden, useSignaalkeuzes } from './velden.tsx'

const crumbs = [{ label: 'Signalen', to: '/signalen' }]
type Gemaakt = { kenmerk: string; code: string; oppakkenVoor: string }

/** `/signalen/telefoon`: what a resident tells on the telephone; the code is read out to who calls (OUT-03). */
export function TelefoonPage() {
  const [gemaakt, setGemaakt] = useState<Gemaakt>()
  return gemaakt ? <Klaar gemaakt={gemaakt} /> : <Formulier onDone={setGemaakt} />
}

function Formulier({ onDone }: { onDone: (gemaakt: Gemaakt) => void }) {
  const keuzes = useSignaalkeuzes()
  const save = useCommand(postTelefonischSignaal, { onDone })
  return (
    <FormPage
      title="Telefonisch signaal opschrijven"
      lead="Voor een inwoner die belt. Schrijf alleen op wat nodig is. De naam van de beller hoeft niet."
      breadcrumbs={crumbs}
      schema={postTelefonischSignaal.body}
      draftKey="signaal-telefoon"
      defaultValues={{ wijk: null, waar: null, naam: null, contact: null, wilTerugkoppeling: false } as never}
      onSubmit={(body) => save.run({ body })}
      submitLabel="Signaal vastleggen"
    >
      <SelectField name="categorie" label="Waar gaat het over?" options={optiesVan(keuzes.categorieen)} />
      <PlaatsVelden keuzes={keuzes} />
      <TextField name="waar" label="Adres of plek" empty={null} optional />
      <TextAreaField name="toelichting" label="Wat ziet of hoort de beller?" max={2000} />
      <TextField name="naam" label="Naam van de beller" empty={null} optional />
      <TextField name="contact" label="Telefoonnummer of e-mailadres van de beller" empty={null} optional />
      <CheckboxField name="wilTerugkoppeling" label="De beller wil horen wat er is gedaan" />
    </FormPage>
  )
}

function Klaar({ gemaakt }: { gemaakt: Gemaakt }) {
  return (
    <Page title="Signaal vastgelegd" breadcrumbs={crumbs} narrow>
      <Alert tone="goed" heading={`Signaal ${gemaakt.kenmerk} is vastgelegd`}>
        <p>
          Iemand pakt het op, uiterlijk <DateText date={gemaakt.oppakkenVoor} long />.
        </p>
        <p>
          De code voor de beller is <strong>{gemaakt.code}</strong>. Lees de code voor: daarmee is op de
          openbare pagina te zien hoe ver het is. Wij bewaren de code niet.
        </p>
      </Alert>
      <div className="od-knoppen">
        <ButtonLink to="/signalen">Naar de signalen</ButtonLink>
      </div>
    </Page>
  )
}
