/* Which of a schedule's texts somebody is given, in the order of `schedule::Reader`: in their language, in another form of
   it, in that of our own words around it, and otherwise as it was written. */

const primary = (tag) => tag.split('-')[0].toLowerCase()

/** A function that gives a text and the language that it is in, for whoever reads one of these languages. */
export function reading(languages, own) {
  return (holder, key, text = holder[key]) => {
    const known = Object.entries(holder.translations ?? {}).filter(([, texts]) => text && texts[key])
    for (const wanted of languages.filter(Boolean)) {
      const exact = known.find(([tag]) => tag.toLowerCase() === wanted.toLowerCase())
      if (exact) return [exact[1][key], exact[0]]
      if (primary(own) === primary(wanted)) break
      const near = known.find(([tag]) => primary(tag) === primary(wanted))
      if (near) return [near[1][key], near[0]]
    }
    return [text, own]
  }
}
