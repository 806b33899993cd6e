// A real Firefox, in a zone and a language of its own. It is driven by WebDriver BiDi, which Debian's build speaks as it is.

import { after } from 'node:test'

import puppeteer from 'puppeteer-core'

/** Where it is; the tests with it are skipped where there is none. */
export const executablePath = process.env.FIREFOX

/** A browser for all the tests of a file. */
export async function openFirefox({ zone, languages }) {
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath, headless: true, env: { ...process.env, TZ: zone },
    extraPrefsFirefox: { 'intl.accept_languages': languages.join(), 'datareporting.policy.dataSubmissionEnabled': false },
  })
  after(() => browser.close())
  return browser
}

/** A page of a new visitor, closed after the test; `complaints` are what its console and scripts complained of. */
export async function open(t, browser) {
  const context = await browser.createBrowserContext()
  t.after(() => context.close())
  const page = await context.newPage()
  const complaints = []
  page.on('console', (message) => ['error', 'warn'].includes(message.type()) && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  return { page, complaints }
}
