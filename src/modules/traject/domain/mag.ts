/** Whether something can be done, with the reason for the screen when it cannot. */
export type Mag = { readonly ok: true } | { readonly ok: false; readonly reden: string }
