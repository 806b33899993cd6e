// Somebody before a 503, whose browser's clock stands still: what the page asks for as time is let run.

/** The page looks at `timeline.json` for the first time, and has shown what it says. */
export async function firstLook(page) {
  // Five seconds at most; the clock stops when it has asked, so that what is counted is exact.
  await Promise.all([page.waitForResponse(isLook), stepUntil(page, isLook)])
  await settle(page)
}

/** The looks of a page at the state of the service. */
export class Looks {
  #page
  #isLook
  count = 0

  constructor(page, isLook_ = isLook) {
    this.#page = page
    this.#isLook = isLook_
    page.on('request', (request) => {
      if (isLook_(request)) this.count += 1
    })
  }

  /** Lets time run until the page looks, which it must do within so many milliseconds, and has understood. */
  async next(millis) {
    const before = this.count
    const finished = Promise.race(['requestfinished', 'requestfailed'].map((event) => {
      return this.#page.waitForEvent(event, this.#isLook)
    }))
    for (let rest = millis; rest > 0 && this.count === before; rest -= 1000) {
      await this.#page.clock.runFor(Math.min(rest, 1000))
    }
    if (this.count === before) await settle(this.#page)
    if (this.count === before) throw new Error(`the page did not look within ${millis} ms`)
    await finished
    await settle(this.#page)
  }
}

/** Lets a long time run, and the page answer to it, in steps of ten seconds. */
export async function wait(page, millis) {
  for (let rest = millis; rest > 0; rest -= 10_000) await page.clock.runFor(Math.min(rest, 10_000))
  await settle(page)
}

/** Until the page has done what it was about to: a few turns of its event loop. */
export async function settle(page) {
  for (let turn = 0; turn < 5; turn += 1) {
    await page.evaluate(() => new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = resolve
      port2.postMessage(0)
    }))
  }
}

function isLook(request) {
  return new URL(request.url()).pathname.endsWith('/timeline.json')
}

async function stepUntil(page, isWanted) {
  let asked = false
  const hear = (request) => { asked ||= isWanted(request) }
  page.on('request', hear)
  for (let step = 0; step < 51 && !asked; step += 1) await page.clock.runFor(100)
  page.off('request', hear)
}
