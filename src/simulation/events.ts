/** An event is a kind in the lowest three bits, and whom or what it is about. */
export const ARRIVAL = 0
export const END = 1
export const GIVE_UP = 2
export const RETURN = 3
export const SUPPLY = 4
export const PLACES = 5
export const LEVEL = 6
