import { useEndpoint } from '../../../ui/api-hooks.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { domeinen } from '../../beheer/domain/soorten.ts'
import { getDekking } from '../domain/api.ts'
import { Tabel } from './tabel.tsx'

const aantal = (value: number | null) => (value === null ? 'verborgen' : formatNumber(value))
const procent = (value: number | null) => (value === null ? '–' : `${Math.round(value * 100)}%`)

/** `/nazorg/dekking`: which part of the outflow has nazorg, and which aanbieders do not take part. No persons. */
export function DekkingPage() {
  const { data, error } = useEndpoint(getDekking, {})
  return (
    <Page
      title="Dekking van nazorg"
      lead="Welk deel van de mensen die vertrokken nazorg kreeg, en welke aanbieders niet zijn aangesloten."
    >
      {error && !data && <ProblemAlert problem={error} />}
      {data && (
        <>
          <Section title="Uitstroom met nazorg, per jaar">
            <p>
              Stand op <DateText date={data.peildatum} long />. Nazorg telt mee als zij begon. Uitstroom is
              een vertrek naar een plek buiten de keten. Aantallen onder de {data.minimum} zijn verborgen.
            </p>
            {data.rijen.length === 0 ? (
              <p>Er is de laatste vijf jaar nog niemand uit de keten vertrokken.</p>
            ) : (
              <Tabel
                caption="Uitstroom met nazorg per jaar en deel van de keten"
                namen={2}
                koppen={[
                  'Jaar',
                  'Deel van de keten',
                  'Met nazorg',
                  'Voorgesteld',
                  'Besloten: geen',
                  'Niets afgesproken',
                  'Totaal',
                  'Deel met nazorg',
                ]}
                rijen={data.rijen.map((rij) => [
                  String(rij.jaar),
                  domeinen[rij.domein as keyof typeof domeinen] ?? rij.domein,
                  aantal(rij.met),
                  aantal(rij.voorgesteld),
                  aantal(rij.geen),
                  aantal(rij.zonder),
                  aantal(rij.totaal),
                  procent(rij.deel),
                ])}
              />
            )}
          </Section>
          <Section title="Aanbieders die niet zijn aangesloten">
            <p>
              Deze aanbieders doen nog niet mee aan de afspraken over nazorg in de regio. De aantallen gaan
              over de laatste twaalf maanden. De functioneel beheerder geeft een organisatie de taak nazorg.
            </p>
            {data.nietAangesloten.length === 0 ? (
              <p>Alle aanbieders zijn aangesloten.</p>
            ) : (
              <Tabel
                caption="Aanbieders die niet zijn aangesloten op nazorg"
                koppen={['Aanbieder', 'Uitstroom', 'Niets afgesproken']}
                rijen={data.nietAangesloten.map((rij) => [
                  rij.organisatie,
                  aantal(rij.uitstroom),
                  aantal(rij.zonder),
                ])}
              />
            )}
          </Section>
        </>
      )}
    </Page>
  )
}
