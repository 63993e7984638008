import { crc32, deflateSync } from 'node:zlib'

type Point = readonly [number, number]
interface Stroke {
  readonly points: readonly Point[]
  readonly colour: readonly [number, number, number]
  readonly width: number
  /** How much of what lies below is covered by the inside of a closed path; its edge is not drawn. */
  readonly area?: number
}

/**
 * PNG of a drawing of straight lines, areas and dots, for readers that show no SVG. It knows what drawings in reports are made of: `path`
 * with M, L and H, or filled with M, L and Z, and `circle`. Anything else throws, so that no part of a picture goes missing unseen.
 */
export function linePng(svg: string, scale: number): Uint8Array {
  const [, breed, hoog] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  if (!breed || !hoog) throw new Error('linePng: a drawing needs a viewBox from 0 0')
  const [width, height] = [Math.round(Number(breed) * scale), Math.round(Number(hoog) * scale)]
  const pixels = new Uint8Array(width * height * 3).fill(255)
  for (const stroke of strokesOf(svg)) {
    const one = scaled(stroke, scale)
    if (one.area === undefined) draw(pixels, width, height, one)
    else fill(pixels, width, height, one, one.area)
  }
  return encode(pixels, width, height)
}

function strokesOf(svg: string): Stroke[] {
  return [...svg.replace(/^<svg [^>]*>|<\/svg>$/g, '').matchAll(/<([^>]*)>/g)].flatMap(([, element]) => {
    const get = (name: string) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(element!)?.[1]
    const number = (name: string) => Number(get(name) ?? 0)
    const inside = get('fill') ?? 'none'
    if (element!.startsWith('path ') && inside !== 'none') {
      if (get('stroke') !== 'none') throw new Error('linePng: an area has no stroke')
      return subpaths((get('d') ?? '').replace(/\s*Z$/, '')).map((points) => ({
        points,
        colour: colourOf(inside),
        width: 0,
        area: Number(get('fill-opacity') ?? 1),
      }))
    }
    if (element!.startsWith('path '))
      return subpaths(get('d') ?? '').map((points) => ({
        points,
        colour: colourOf(get('stroke')),
        width: Number(get('stroke-width') ?? 1),
      }))
    if (element!.startsWith('circle '))
      return [
        { points: [[number('cx'), number('cy')]], colour: colourOf(get('fill')), width: 2 * number('r') },
      ]
    throw new Error(`linePng: cannot draw <${element}>`)
  })
}

function subpaths(d: string): Point[][] {
  const found: Point[][] = []
  for (const [, command, numbers] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const [first, second] = numbers!
      .trim()
      .split(/[\s,]+/)
      .map(Number)
    const last = found.at(-1)
    if (command === 'M') found.push([[first!, second!]])
    else if (command === 'L' && last) last.push([first!, second!])
    else if (command === 'H' && last) last.push([first!, last.at(-1)![1]])
    else throw new Error(`linePng: cannot draw ${command} in a path`)
  }
  return found
}

function colourOf(text: string | undefined): [number, number, number] {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text ?? '')?.[1]
  if (!hex) throw new Error(`linePng: no colour in ${text}`)
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16)) as [number, number, number]
}

const scaled = ({ points, width, ...rest }: Stroke, scale: number): Stroke => ({
  ...rest,
  points: points.map(([x, y]) => [x * scale, y * scale] as const),
  width: width * scale,
})

/** Each pixel is covered as far as it lies within half the width of the line: that smooths its edges. */
function draw(pixels: Uint8Array, width: number, height: number, { points, colour, width: thick }: Stroke) {
  const reach = thick / 2 + 1
  for (const [i, from] of points.entries()) {
    const to = points[i + 1] ?? (points.length === 1 ? from : undefined)
    if (!to) break
    const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value))
    const left = clamp(Math.floor(Math.min(from[0], to[0]) - reach), width)
    const right = clamp(Math.ceil(Math.max(from[0], to[0]) + reach), width)
    const top = clamp(Math.floor(Math.min(from[1], to[1]) - reach), height)
    const bottom = clamp(Math.ceil(Math.max(from[1], to[1]) + reach), height)
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) {
        const cover = clamp(thick / 2 + 0.5 - distance([x + 0.5, y + 0.5], from, to), 1)
        if (cover === 0) continue
        for (const [c, value] of colour.entries()) {
          const at = (y * width + x) * 3 + c
          pixels[at] = Math.round(pixels[at]! * (1 - cover) + value * cover)
        }
      }
  }
}

/** Row by row, between each two crossings of the edge with the middle of the row. */
function fill(
  pixels: Uint8Array,
  width: number,
  height: number,
  { points, colour }: Stroke,
  opacity: number,
) {
  for (let y = 0; y < height; y++) {
    const crossings = points
      .flatMap(([x, from], i) => {
        const [toX, to] = points[(i + 1) % points.length]!
        return from <= y + 0.5 === to <= y + 0.5 ? [] : [x + ((toX - x) * (y + 0.5 - from)) / (to - from)]
      })
      .sort((a, b) => a - b)
    for (let i = 0; i + 1 < crossings.length; i += 2)
      for (
        let x = Math.max(0, Math.round(crossings[i]!));
        x < Math.min(width, Math.round(crossings[i + 1]!));
        x++
      )
        for (const [c, value] of colour.entries()) {
          const at = (y * width + x) * 3 + c
          pixels[at] = Math.round(pixels[at]! * (1 - opacity) + value * opacity)
        }
  }
}

function distance(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length
  const t = Math.min(1, Math.max(0, along))
  return Math.hypot(point[0] - from[0] - t * dx, point[1] - from[1] - t * dy)
}

/** PNG, 8 bits RGB, no filter (PNG specification, third edition, §11). */
function encode(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const rows = Buffer.alloc(height * (width * 3 + 1))
  for (let y = 0; y < height; y++)
    rows.set(pixels.subarray(y * width * 3, (y + 1) * width * 3), y * (width * 3 + 1) + 1)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
