// What moves on a page into which the edge writes the banner: the demo portal behind the built edge, on the real runtime.

import { copyBundle } from '../../../tests/harness/bundle.mjs'
import { startPortal } from '../../../tests/harness/portal.mjs'
import { startRuntime } from '../../../tests/harness/runtime.mjs'
import { compile, demoSchedule } from '../../../tests/harness/schedule.mjs'

/** Chromium's cumulative layout shift, until three seconds after the banner was taken over, on screens of several widths. */
export async function shifts(chromium) {
  const start = Date.now() + 3 * 6e4
  const schedule = await demoSchedule(start, start + 36e5)
  const bundle = await copyBundle({ profile: 'dev', timeline: await compile(schedule) })
  const portal = await startPortal()
  const runtime = await startRuntime(bundle.configuration, { externals: { origin: portal.port }, keeperFolder: bundle.keeperFolder })
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const measured = []
    for (const width of [320, 768, 1280]) measured.push({ width, shift: await shift(browser, runtime.port, width) })
    return measured
  } finally {
    await browser.close()
    await runtime.close()
    await portal.close()
    await bundle.remove()
  }
}

async function shift(browser, port, width) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'en-US', timezoneId: 'Europe/Berlin' })
  const page = await context.newPage()
  await page.addInitScript(() => {
    globalThis.moved = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.moved += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  // Everybody is warned there, signed in or not.
  await page.goto(`http://127.0.0.1:${port}/sign-in`)
  // Its properties are there once the script has taken the element over.
  await page.waitForFunction(() => document.querySelector('maintenance-banner')?.phase)
  await page.waitForTimeout(3000)
  const moved = await page.evaluate(() => globalThis.moved)
  await context.close()
  return moved
}
