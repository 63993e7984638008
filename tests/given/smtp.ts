import { createServer, type Server, type Socket } from 'node:net'

/** What the server does with the next mail to an address; told by the part before the @. */
export type Gedrag = 'neemt' | 'later' | 'nooit' | 'hangt_op_voor' | 'hangt_op_na' | 'zwijgt'

export interface Ontvangen {
  readonly aan: string
  readonly bericht: string
}

export interface Mailserver {
  readonly url: string
  /** What was taken whole; also when nobody heard the answer. */
  readonly ontvangen: Ontvangen[]
  /** How the server treats an address from now on; `aantal` times, then it takes. */
  gedraag(aan: string, gedrag: Gedrag, aantal?: number): void
  close(): Promise<void>
}

/** The least of a mail server: EHLO, MAIL, RCPT, DATA, RSET and QUIT, on a free port of this machine. */
export async function startMailserver(): Promise<Mailserver> {
  const ontvangen: Ontvangen[] = []
  const gedragingen = new Map<string, { gedrag: Gedrag; aantal: number }>()
  const sockets = new Set<Socket>()
  const gedragVan = (aan: string): Gedrag => {
    const found = gedragingen.get(aan)
    if (!found || found.aantal === 0) return 'neemt'
    found.aantal--
    return found.gedrag
  }
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    talk(socket, { ontvangen, gedragVan })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${port}`,
    ontvangen,
    gedraag: (aan, gedrag, aantal = Number.POSITIVE_INFINITY) =>
      void gedragingen.set(aan, { gedrag, aantal }),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function talk(
  socket: Socket,
  { ontvangen, gedragVan }: { ontvangen: Ontvangen[]; gedragVan: (aan: string) => Gedrag },
): void {
  let [text, aan] = ['', '']
  let gedrag: Gedrag = 'neemt'
  let bericht: string | undefined
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 proef ESMTP')
  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'EHLO' || verb === 'HELO') say('250 proef')
    else if (verb === 'MAIL' || verb === 'RSET') say('250 goed')
    else if (verb === 'RCPT') {
      aan = /<([^>]*)>/.exec(line)?.[1] ?? ''
      gedrag = gedragVan(aan)
      if (gedrag === 'later') say('451 probeer het later')
      else if (gedrag === 'nooit') say('550 die is er niet')
      else if (gedrag === 'hangt_op_voor') socket.destroy()
      else say('250 goed')
    } else if (verb === 'DATA') {
      bericht = ''
      say('354 ga door')
    } else if (verb === 'QUIT') {
      say('221 dag')
      socket.end()
    } else say('502 ken ik niet')
  }
  const taken = () => {
    ontvangen.push({ aan, bericht: bericht! })
    bericht = undefined
    if (gedrag === 'hangt_op_na') socket.destroy()
    else if (gedrag !== 'zwijgt') say('250 ontvangen')
  }
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    text += chunk
    for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
      const line = text.slice(0, end)
      text = text.slice(end + 2)
      if (bericht === undefined) command(line)
      else if (line === '.') taken()
      else bericht += `${line.replace(/^\.\./, '.')}\n`
    }
  })
}
