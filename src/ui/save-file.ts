/** Hands the browser a file that was made here, as if it came from a link. */
function save(href: string, name: string): void {
  const link = document.createElement('a')
  link.href = href
  link.download = name
  link.click()
}

export function saveText(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  save(url, name)
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** A document that came as base64 in an answer. */
export function saveBase64(inhoud: string, name: string, type: string): void {
  const bytes = Uint8Array.from(atob(inhoud), (character) => character.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type }))
  save(url, name)
  // The browser reads the file after this turn; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Draws an SVG at twice its size and saves that as PNG. */
export async function saveSvgAsPng(svg: string, name: string): Promise<void> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.width * 2
  canvas.height = image.height * 2
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  save(canvas.toDataURL('image/png'), name)
}
