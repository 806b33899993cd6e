// Puts a refused form back in front of its user: their answers kept, each error beside its field, all of them on top.
//
// A page is whole and valid HTML without this. It has four kinds of place that are written to here, each found as exact
// text: `<!-- errors -->`, `id="…" aria-invalid="false"`, `name="…" value=""` and an empty `<p class="error" id="…-error">`.

/** The page with `answers` filled in and `errors`, a list of `{ field, message }`, shown. */
export function withErrors(file, answers, errors) {
  let html = file.bytes.toString('utf8')
  html = html.replace('<title>', '<title>Error: ')
  html = html.replace('<!-- errors -->', () => summary(errors))
  for (const { field, message } of errors) {
    html = html.replace(`id="${field}" aria-invalid="false"`, `id="${field}" aria-invalid="true"`)
    html = html.replace(`<p class="error" id="${field}-error">`, (line) => line + escape(message))
  }
  for (const [field, value] of answers) html = withAnswer(html, field, escape(value))
  return { ...file, bytes: Buffer.from(html) }
}

function withAnswer(html, field, value) {
  // A password is never sent back: it would stay readable in the page's source.
  if (value === '' || field === 'password') return html
  if (html.includes(`<select id="${field}"`)) {
    return html.replace(`<option value="${value}">`, () => `<option value="${value}" selected>`)
  }
  return html.replace(`name="${field}" value=""`, () => `name="${field}" value="${value}"`)
}

function summary(errors) {
  const items = errors.map(({ field, message }) => `<li><a href="#${field}">${escape(message)}</a></li>`)
  // `autofocus` brings the keyboard and a screen reader to the summary without a script.
  return `<div class="summary" role="alert" tabindex="-1" autofocus aria-labelledby="summary-title">
          <h2 id="summary-title">There is a problem</h2>
          <ul>${items.join('')}</ul>
        </div>`
}

function escape(text) {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, (character) => entities[character])
}
