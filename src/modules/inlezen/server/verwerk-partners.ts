import { isRejection } from '../../../shared/rejection.ts'
import type { Partnersoort } from '../../participatie/domain/keuzes.ts'
import { registerPartner } from '../../participatie/server/commands.ts'
import { regels, text, toCelfouten, type Verwerk } from './rijen.ts'

const kolomVanPartner = { naam: 'naam', isEenAndere: 'naam', soort: 'soort', bron: 'bron' }
/** As long as the field of the screen. */
const langsteBron = 300

export const verwerkPartner: Verwerk = async (work, [rij], inlezing) => {
  const bron = regels(rij!, 'bron').join('; ') || `${inlezing.bron}, stand ${inlezing.peildatum}`
  if (bron.length > langsteBron)
    return [
      {
        sleutel: 'bron',
        melding: `Deze bron is te lang. Gebruik samen niet meer dan ${langsteBron} tekens.`,
      },
    ]
  const made = await registerPartner(work, {
    naam: text(rij!, 'naam')!,
    andereNamen: [...regels(rij!, 'andereNamen')],
    soort: text(rij!, 'soort') as Partnersoort,
    organisatieId: null,
    toelichting: null,
    totEnMet: null,
    bron,
    // A list that somebody made knows which names are of one organisation: only a name that is taken is refused.
    isEenAndere: true,
  })
  if (isRejection(made)) return toCelfouten(made, kolomVanPartner, 'naam')
  inlezing.telling.partners++
  return []
}
