import { Button } from '@amsterdam/design-system-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { useCommand } from '../../../ui/api-hooks.ts'
import { RadioField } from '../../../ui/choice-fields.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { MomentText } from '../../../ui/date-text.tsx'
import { Form } from '../../../ui/form.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { FilterDate, FilterSelect } from '../../../ui/table-filters.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import {
  beoordeelNoodprocedure,
  listInzage,
  listNoodprocedures,
  type Noodprocedure,
} from '../domain/contract.ts'

/** `/noodprocedures`: for the privacy officer, to review who broke the glass. */
export function NoodproceduresPage() {
  const [kiest, setKiest] = useState<Noodprocedure | undefined>()
  return (
    <Page title="Noodprocedures" lead="Dossiers die in nood zijn geopend. Beoordeel of dat terecht was.">
      {kiest && <BeoordeelForm key={kiest.id} nood={kiest} onDone={() => setKiest(undefined)} />}
      <DataTable
        id="noodprocedures"
        caption="Noodprocedures, de oudste eerst"
        captionHidden
        endpoint={listNoodprocedures}
        rowKey={(nood) => nood.id}
        filters={
          <FilterSelect
            name="stand"
            label="Tonen"
            allLabel="Nog te beoordelen"
            options={[{ value: 'alle', label: 'Ook beoordeelde' }]}
          />
        }
        columns={[
          { key: 'geopendOp', label: 'Geopend', render: (nood) => <MomentText at={nood.geopendOp} /> },
          { key: 'gebruiker', label: 'Door', render: (nood) => `${nood.gebruiker} (${nood.organisatie})` },
          { key: 'reden', label: 'Reden' },
          {
            key: 'oordeel',
            label: 'Oordeel',
            render: (nood) =>
              nood.oordeel === null ? (
                <Beoordelen nood={nood} onKies={() => setKiest(nood)} />
              ) : (
                <>
                  <StatusBadge
                    label={nood.oordeel === 'terecht' ? 'Terecht' : 'Niet terecht'}
                    tone={nood.oordeel === 'terecht' ? 'goed' : 'fout'}
                  />{' '}
                  <span className="od-hint">door {nood.beoordeeldDoor}</span>
                </>
              ),
          },
        ]}
        empty={{
          title: 'Niets te beoordelen',
          text: 'Er is geen dossier in nood geopend dat nog een oordeel nodig heeft.',
        }}
      />
    </Page>
  )
}

/** Nobody judges what they opened themselves. */
function Beoordelen({ nood, onKies }: { nood: Noodprocedure; onKies: () => void }) {
  if (nood.isVanMij) return <>U opende dit zelf. Een collega beoordeelt het.</>
  return (
    <Button type="button" variant="tertiary" onClick={onKies}>
      Beoordelen
    </Button>
  )
}

function BeoordeelForm({ nood, onDone }: { nood: Noodprocedure; onDone: () => void }) {
  const toast = useToast()
  const save = useCommand(beoordeelNoodprocedure, {
    onDone: () => {
      toast.show('Het oordeel is vastgelegd.')
      onDone()
    },
  })
  return (
    <Section title={`Beoordelen: ${nood.gebruiker} (${nood.organisatie})`}>
      <p>Reden bij het openen: {nood.reden}</p>
      <Form
        schema={beoordeelNoodprocedure.body}
        defaultValues={{ toelichting: null }}
        draftKey={`nood-${nood.id}`}
        submitLabel="Oordeel vastleggen"
        actions={
          <Button type="button" variant="tertiary" onClick={onDone}>
            Annuleren
          </Button>
        }
        onSubmit={(body) => save.run({ params: { id: nood.id }, body })}
      >
        <RadioField
          name="oordeel"
          label="Was het openen terecht?"
          options={[
            { value: 'terecht', label: 'Ja, terecht' },
            {
              value: 'onterecht',
              label: 'Nee, niet terecht',
              hint: 'Leg uit waarom. Volg daarna de procedure voor een datalek.',
            },
          ]}
        />
        <TextAreaField name="toelichting" label="Toelichting" rows={3} max={500} empty={null} optional />
      </Form>
    </Section>
  )
}

const Kenmerk = z.object({
  kenmerk: z.uuid({ error: 'Vul het kenmerk in dat onderaan het dossier staat.' }),
})

/** `/inzage`: opens the log of one file by the code at the bottom of that file. */
export function InzageZoekPage() {
  const navigate = useNavigate()
  return (
    <Page title="Logboek van inzage" lead="Zie wie wanneer en waarom in een dossier keek." narrow>
      <Form
        schema={Kenmerk}
        defaultValues={{ kenmerk: '' }}
        warnOnLeave={false}
        submitLabel="Logboek openen"
        onSubmit={({ kenmerk }) => navigate({ to: `/inzage/${kenmerk}` as never })}
      >
        <TextField
          name="kenmerk"
          label="Kenmerk van het dossier"
          hint="Vraag het kenmerk aan de behandelaar: het staat onderaan het dossier"
          size={38}
          empty=""
        />
      </Form>
    </Page>
  )
}

const acties = { C: 'vastgelegd', R: 'bekeken', U: 'gewijzigd', D: 'verwijderd', E: 'uitgevoerd' } as const

/** `/inzage/$id` */
export function InzagePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  return (
    <Page
      title="Logboek van inzage"
      lead={
        <>
          Dossier met kenmerk <code>{id}</code>, de oudste regel eerst.
        </>
      }
      breadcrumbs={[{ label: 'Logboek van inzage', to: '/inzage' }]}
    >
      <DataTable
        id="inzage"
        caption="Wie keek of wijzigde"
        captionHidden
        endpoint={listInzage}
        params={{ id }}
        rowKey={(regel) => String(regel.volgnummer)}
        filters={
          <>
            <FilterDate name="van" label="Vanaf" />
            <FilterDate name="totEnMet" label="Tot en met" />
          </>
        }
        columns={[
          { key: 'tijd', label: 'Wanneer', render: (regel) => <MomentText at={regel.tijd} /> },
          {
            key: 'gebruiker',
            label: 'Wie',
            render: (regel) => `${regel.gebruiker}${regel.organisatie ? ` (${regel.organisatie})` : ''}`,
          },
          { key: 'rol', label: 'Rol' },
          {
            key: 'gebeurtenis',
            label: 'Wat',
            render: (regel) =>
              `${regel.gebeurtenis.replace('.', ' ')} (${acties[regel.actie]}${regel.gelukt ? '' : ', geweigerd'})`,
          },
          { key: 'doel', label: 'Waarvoor' },
          {
            key: 'toelichting',
            label: 'Reden',
            render: (regel) => (
              <>
                {regel.noodprocedure && <StatusBadge label="Noodprocedure" tone="let_op" />}{' '}
                {regel.toelichting ?? ''}
              </>
            ),
          },
        ]}
        empty={{
          title: 'Geen inzage in deze tijd',
          text: 'Niemand keek in dit dossier. Controleer het kenmerk of kies een ruimere periode.',
        }}
      />
    </Page>
  )
}
