// What programs read and the clock has a part in.

const dayMillis = 24 * 60 * 60 * 1000

/** security.txt of RFC 9116. It asks for an expiry less than a year away, which no file that lies still can keep. */
export function securityText(nowMillis) {
  const expires = new Date(nowMillis + 90 * dayMillis)
  expires.setUTCHours(0, 0, 0, 0)
  return `# A demonstration: this address does not exist.
Contact: mailto:security@registry.example
Expires: ${expires.toISOString().replace('.000Z', 'Z')}
Preferred-Languages: en
`
}
