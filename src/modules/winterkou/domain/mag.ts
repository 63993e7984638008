/** May this be done? The reason is for the screen. */
export type Mag = { readonly ok: true } | { readonly ok: false; readonly reden: string }
