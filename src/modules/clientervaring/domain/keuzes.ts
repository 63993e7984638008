/** The parts of the Wmo of which the region asks what clients find (Wmo 2015 art. 2.5.1). */
export const domeinen = {
  BW: 'Beschermd wonen',
  MO: 'Maatschappelijke opvang',
  VO: 'Vrouwenopvang',
} as const

/** How the source gives the positive answers. */
export const telwijzen = { aantal: 'Als aantal mensen', percentage: 'Als percentage' } as const

/** Wmo 2015 art. 2.5.1: published and delivered before 1 July of the year after. */
export const uiterlijkVan = (jaar: number) => `${jaar + 1}-06-30`

export const HELE_REGIO = 'Hele regio'
