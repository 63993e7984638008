/** Statuses of a plaatsingsvoorstel with one fixed meaning each. */
export const statussen = {
  voorgesteld: 'Wacht op antwoord',
  aanvaard: 'Aanvaard, verblijf nog niet gestart',
  geweigerd: 'Geweigerd',
  vervallen: 'Vervallen: niet op tijd beantwoord',
  ingetrokken: 'Ingetrokken',
  gestart: 'Verblijf is gestart',
  niet_verschenen: 'Niet verschenen',
} as const
export type Status = keyof typeof statussen

/** These hold a space at the locatie. */
export const houdtVast = ['voorgesteld', 'aanvaard'] as const satisfies readonly Status[]

/** `geweigerd → voorgesteld` only after an appeal that was upheld. */
const overgangen: Readonly<Record<Status, readonly Status[]>> = {
  voorgesteld: ['aanvaard', 'geweigerd', 'vervallen', 'ingetrokken'],
  aanvaard: ['gestart', 'ingetrokken', 'niet_verschenen', 'geweigerd'],
  geweigerd: ['voorgesteld'],
  vervallen: [],
  ingetrokken: [],
  gestart: [],
  niet_verschenen: [],
}

export type Kan = { readonly ok: true } | { readonly ok: false; readonly reden: string }

/** May a voorstel go from one status to the other? Drives the button and the server. */
export function canMove(van: Status, naar: Status): Kan {
  if (overgangen[van].includes(naar)) return { ok: true }
  const staat = `Dit voorstel staat op "${statussen[van].toLowerCase()}"`
  if (van === 'voorgesteld') return { ok: false, reden: `${staat}. Het moet eerst aanvaard worden.` }
  if (van === 'aanvaard')
    return { ok: false, reden: `${staat}. Start het verblijf, of trek het voorstel in.` }
  return { ok: false, reden: `${staat} en is daarmee afgerond. Doe zo nodig een nieuw voorstel.` }
}
