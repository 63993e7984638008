import { UnorderedList } from '@amsterdam/design-system-react'
import { Page, Section } from '../../ui/page.tsx'
import { useSessie } from '../../ui/session.tsx'

/** `/toegankelijkheid`: what was tested and what was not. */
export function ToegankelijkheidPage() {
  return (
    <Page
      title="Toegankelijkheid"
      lead="Iedereen moet met Onderdak kunnen werken. Ook met alleen een toetsenbord, met een schermlezer of op een kleine telefoon."
      narrow
    >
      <Section title="Waaraan Onderdak wil voldoen">
        <p>
          De norm is WCAG 2.2, niveau A en AA. Die norm hoort bij het Besluit digitale toegankelijkheid
          overheid.
        </p>
      </Section>
      <Section title="Wat is getest">
        <UnorderedList>
          <UnorderedList.Item>
            Bij elke wijziging controleert het programma axe de schermen automatisch, op een breed scherm en
            op een scherm van 320 pixels.
          </UnorderedList.Item>
          <UnorderedList.Item>
            Belangrijke stappen, zoals een voorstel beantwoorden, worden getest met alleen het toetsenbord.
          </UnorderedList.Item>
        </UnorderedList>
      </Section>
      <Section title="Wat is nog niet getest">
        <UnorderedList>
          <UnorderedList.Item>
            Er is nog geen onderzoek gedaan door een onafhankelijk bureau. Een programma vindt maar een deel
            van de problemen.
          </UnorderedList.Item>
          <UnorderedList.Item>
            Er is nog niet getest met mensen die zelf een schermlezer of andere hulpmiddelen gebruiken.
          </UnorderedList.Item>
        </UnorderedList>
        <p>Daarom kunnen wij nog niet zeggen dat Onderdak helemaal aan de norm voldoet.</p>
      </Section>
      <Section title="Werkt iets niet voor u?">
        <p>
          Vertel het de functioneel beheerder van uw regio. Zeg op welke pagina u was, wat u wilde doen en
          welk hulpmiddel u gebruikt. Kunt u daardoor iets niet vastleggen? Vraag een collega om het nu voor u
          te doen.
        </p>
      </Section>
    </Page>
  )
}

/** `/privacy`: for those who work with Onderdak, and to answer a cliënt who asks. */
export function PrivacyPage() {
  const { organisatie } = useSessie()
  return (
    <Page
      title="Privacy"
      lead="Wat Onderdak bewaart, wie wat ziet en hoe dat wordt bijgehouden. U kunt dit ook aan een cliënt vertellen."
      narrow
    >
      <Section title="Wat er wordt bewaard">
        <UnorderedList>
          <UnorderedList.Item>
            Van cliënten: naam, geboortedatum, contact, huishouden, gemeente en hun vraag. Daarna het
            onderzoek, besluiten, wachttijd, voorstellen, het verblijf en wie de volgende stap doet.
          </UnorderedList.Item>
          <UnorderedList.Item>
            Het burgerservicenummer alleen als het nodig is en de wet het toestaat. Het staat versleuteld in
            de database. Hulp kan ook zonder nummer beginnen.
          </UnorderedList.Item>
          <UnorderedList.Item>
            Van medewerkers: naam, organisatie, rol en wat zij in Onderdak deden.
          </UnorderedList.Item>
        </UnorderedList>
      </Section>
      <Section title="Wie wat ziet">
        <UnorderedList>
          <UnorderedList.Item>
            Een organisatie ziet een cliënt alleen als zij bij die cliënt betrokken is, bijvoorbeeld door een
            melding, een voorstel of een verblijf.
          </UnorderedList.Item>
          <UnorderedList.Item>
            Wat u binnen uw organisatie ziet, hangt af van uw rol. U bent nu ingelogd bij {organisatie.naam}.
          </UnorderedList.Item>
          <UnorderedList.Item>
            Geheime dossiers en adressen van de vrouwenopvang zijn alleen te zien voor wie daarvoor een eigen
            recht heeft.
          </UnorderedList.Item>
          <UnorderedList.Item>
            In nood kan een medewerker een dossier openen, met een reden. De privacy officer beoordeelt dat
            achteraf.
          </UnorderedList.Item>
        </UnorderedList>
      </Section>
      <Section title="Elke blik wordt bijgehouden">
        <p>
          Onderdak houdt bij wie een dossier bekijkt of wijzigt, wanneer en waarvoor. Niemand kan dat logboek
          veranderen. De privacy officer kan het lezen.
        </p>
      </Section>
      <Section title="Bij wie kan een cliënt terecht?">
        <p>
          Een cliënt mag vragen wat er over hem of haar is bewaard en wie het heeft gezien. Een cliënt mag ook
          vragen om iets te verbeteren of te verwijderen. Die vraag gaat naar de gemeente of de organisatie
          die helpt. De privacy officer daar zorgt voor het antwoord. Niet tevreden? Dan kan een cliënt klagen
          bij de Autoriteit Persoonsgegevens.
        </p>
      </Section>
      <Section title="Iets misgegaan?">
        <p>
          Zag u een dossier dat u niet mag zien, of is er iets naar de verkeerde persoon gegaan? Meld het
          meteen aan de privacy officer van uw organisatie.
        </p>
      </Section>
    </Page>
  )
}
