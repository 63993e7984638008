import { partnersoorten } from '../../participatie/domain/keuzes.ts'
import type { Kolom } from './kolommen.ts'

/** Files about with whom the region works. */
export const partnerbestanden = { partners: 'Partners van de regio' } as const

/** Organisations with which the region works together (GOV-06); no people. */
export const partners: readonly Kolom[] = [
  {
    sleutel: 'naam',
    naam: 'Naam',
    ookWel: ['partner', 'organisatie'],
    verplicht: true,
    cel: { als: 'tekst' },
    uitleg: 'Naam van de organisatie.',
    voorbeeld: 'Adviesraad Sociaal Domein Schiedam',
  },
  {
    sleutel: 'andereNamen',
    naam: 'Ook bekend als',
    ookWel: ['andere namen'],
    verplicht: false,
    cel: { als: 'regels', maximum: 200 },
    uitleg: 'Andere namen van dezelfde organisatie, elk op een eigen regel in de cel of met een | ertussen.',
    voorbeeld: 'Participatieraad Schiedam',
  },
  {
    sleutel: 'soort',
    naam: 'Soort',
    verplicht: true,
    cel: { als: 'keuze', keuzes: partnersoorten },
    uitleg: `Een van: ${Object.values(partnersoorten).join(', ')}.`,
    voorbeeld: 'Adviesraad',
  },
  {
    sleutel: 'bron',
    naam: 'Bron',
    verplicht: false,
    cel: { als: 'regels', maximum: 200 },
    uitleg: 'Document en paragraaf. Leeg is de bron van het bestand.',
    voorbeeld: 'Uitvoeringsprogramma §8.1',
  },
]
