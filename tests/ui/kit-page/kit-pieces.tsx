import { Button } from '@amsterdam/design-system-react'
import { useState } from 'react'
import { Alert } from '../../../src/ui/alert.tsx'
import { ConfirmDialog } from '../../../src/ui/confirm-dialog.tsx'
import { DateText, NumberText } from '../../../src/ui/date-text.tsx'
import { Page, Section } from '../../../src/ui/page.tsx'
import { Progress } from '../../../src/ui/progress.tsx'
import { SensitiveText } from '../../../src/ui/sensitive-text.tsx'
import { StatTile, StatTiles } from '../../../src/ui/stat-tile.tsx'
import { StatusBadge } from '../../../src/ui/status-badge.tsx'
import { Tabs } from '../../../src/ui/tabs.tsx'
import { Term, TermList } from '../../../src/ui/term.tsx'
import { Timeline } from '../../../src/ui/timeline.tsx'
import { useToast } from '../../../src/ui/toast.tsx'

export function KitPieces() {
  const [open, setOpen] = useState(false)
  const [undone, setUndone] = useState(false)
  const toast = useToast()
  return (
    <Page
      title="Onderdelen"
      lead="Alle onderdelen bij elkaar."
      status={<StatusBadge label="Actief" tone="goed" />}
      actions={
        <>
          <Button type="button" variant="secondary" onClick={() => setOpen(true)}>
            Verwijderen
          </Button>
          <Button type="button" onClick={() => toast.show('Melding gesloten.', () => setUndone(true))}>
            Melding sluiten
          </Button>
        </>
      }
    >
      {undone && <p>Teruggedraaid</p>}
      <StatTiles>
        <StatTile
          label="Wachtenden"
          value={<NumberText value={1234} />}
          note="12 meer dan vorige maand"
          to="/lijst"
        />
        <StatTile
          label="Bezetting"
          value={<NumberText value={97.4} unit="procent" />}
          note="op 1 april 2026"
          tone="let_op"
        />
        <StatTile label="Te lang wachtend" value="7" tone="fout" />
      </StatTiles>
      <p>
        <StatusBadge label="Concept" /> <StatusBadge label="In behandeling" tone="info" />{' '}
        <StatusBadge label="Wachtend" tone="wacht" /> <StatusBadge label="Bijna te laat" tone="let_op" />{' '}
        <StatusBadge label="Te laat" tone="fout" />
      </p>
      <Alert heading="Let op de termijn" tone="let_op">
        <p>De beslistermijn loopt af op 1 april.</p>
      </Alert>
      <Tabs
        items={[
          {
            id: 'gegevens',
            label: 'Gegevens',
            content: (
              <TermList>
                <Term label="Naam">Zonnehoek 12</Term>
                <Term label="Ingangsdatum">
                  <DateText date="2026-04-01" long />
                </Term>
                <Term label="Adres">
                  <SensitiveText label="Geheim adres" onReveal={async () => 'Voorbeeldlaan 1'} />
                </Term>
                <Term label="Toelichting" />
              </TermList>
            ),
          },
          {
            id: 'verloop',
            label: 'Verloop',
            content: (
              <Timeline
                label="Verloop van de plek"
                items={[
                  { id: '1', at: '2026-04-01T21:04:00Z', title: 'Plek buiten gebruik', by: 'Noor Vermeulen' },
                  { id: '2', at: '2026-03-01T08:00:00Z', title: 'Plek toegevoegd' },
                ]}
              />
            ),
          },
        ]}
      />
      <Section title="Voortgang">
        <Progress label="Prognose berekenen" value={0.4} detail="Run 200 van 500" onCancel={() => {}} />
      </Section>
      <ConfirmDialog
        open={open}
        danger
        heading="Plek verwijderen?"
        confirmLabel="Plek verwijderen"
        onConfirm={() => setOpen(false)}
        onCancel={() => setOpen(false)}
      >
        <p>Dit kan niet ongedaan worden gemaakt.</p>
      </ConfirmDialog>
    </Page>
  )
}
