// A registry within its window, as partners' software meets it: the founding notice's evening and words.

import assert from 'node:assert/strict'

import { openDoor } from '../harness/door.mjs'
import { compile, founding } from '../harness/schedule.mjs'
import { openSite } from '../harness/site.mjs'

// Some clients take a proxy from the environment, even to this machine.
process.env.NO_PROXY = process.env.no_proxy = '*'

/** Whoever comes now is told to wait for 3,600 s, which is no less than the rest of the window. */
export const inside = founding.inside

/** The first instant at which the registry is there again, as every answer writes it. */
export const resend = '2025-02-07T03:00:00Z'

export const title = 'Service Unavailable'

/** The words of the founding notice. */
export const message =
  'The server is temporarily unable to service your request due to maintenance downtime or capacity problems. ' +
  'Please try again later.'

/** All of it, as formats say it that have room for one text. */
export const whole = `${title}. ${message} This message was NOT processed. Send it again after ${resend}.`

/** What the detail of a fault and the diagnostics of an outcome say. */
export const details =
  `This message was NOT processed. Send it again after ${resend}. Window: 2025-02-06-deployment. ` +
  'Status: /_maintenance/windows/2025-02-06-deployment'

/**
 * The registry for all the tests of a file, behind a door whose clock stands within the window. `origins` are the other
 * sites whose scripts may read what is answered to a request with cookies.
 */
export async function openRegistry(origins = []) {
  const site = await openSite({ timeline: await compile(schedule(origins)) })
  return openDoor(site, inside)
}

/** Checks that a text that a user saw says in our words what happened, what became of it, and when to send it again. */
export function isTold(text) {
  assert.ok(text?.includes(message), `expected the notice's words in: ${text}`)
  assert.match(text, /This (message|request) was NOT processed\. Send it again after 2025-02-07T03:00:00Z\./)
}

/** Checks that a number of seconds leads to the end of the window or behind it, by no more than the spread. */
export function isTheRest(seconds) {
  assert.ok(seconds >= 3600 && seconds <= 3900, `expected the rest of the window, but was told ${seconds} s`)
}

function schedule(origins) {
  return `
[service]
name = "ImmTrac2"
zone = "America/Chicago"
label = "CT"

[edge.cors]
origins = ${JSON.stringify(origins)}

[[channel]]
id = "web"
name = "ImmTrac2 (web) online application"
routes = ["/*"]

[[channel]]
id = "web-services"
name = "web services (bidirectional data exchange)"
routes = ["/soap/*"]
afterwards = "resend"

[[channel.match]]
route = "/graphql"
answer = "graphql"

[[channel]]
id = "old-partners"
name = "web services, for stacks that drop the body of a 503"
routes = ["/soap-500/*"]
soap-fault-status = 500
afterwards = "resend"

[[window]]
id = "2025-02-06-deployment"
channels = ["web", "web-services", "old-partners"]
start = 2025-02-06T19:00:00
end = 2025-02-06T21:00:00
reason = "emergency"
`
}
