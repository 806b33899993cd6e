// What the two forms ask, and what is said about an answer that cannot be right.
//
// A check returns a list of `{ field, message }` in the order of the page; `field` is the id and the name of the input.

const hourMillis = 60 * 60 * 1000

export function checkSignIn(answers) {
  return problems({
    'username': !answers.get('username') && 'Enter a user name',
    'password': !answers.get('password') && 'Enter a password',
  })
}

export function checkRecord(answers, nowMillis) {
  const birth = answers.get('birth-date')
  const given = answers.get('date-given')
  const today = latestToday(nowMillis)
  return problems({
    'patient-name': !answers.get('patient-name') && 'Enter the patient’s full name',
    'birth-date': birthProblem(birth, today),
    'vaccine': !answers.get('vaccine') && 'Choose the vaccine',
    'lot-number': !answers.get('lot-number') && 'Enter the lot number',
    'date-given': givenProblem(given, birth, today),
    'site': !answers.get('site') && 'Choose where on the body it was given',
  })
}

function birthProblem(birth, today) {
  if (!birth) return 'Enter the patient’s date of birth'
  if (!isDate(birth)) return 'Enter the date of birth as year-month-day, such as 2019-04-23'
  if (birth > today) return 'The date of birth must not be in the future'
}

function givenProblem(given, birth, today) {
  if (!given) return 'Enter the date the vaccine was given'
  if (!isDate(given)) return 'Enter the date given as year-month-day, such as 2025-02-06'
  if (given > today) return 'The date given must not be in the future'
  if (isDate(birth) && given < birth) return 'The date given must not be before the date of birth'
}

function problems(messages) {
  return Object.entries(messages).flatMap(([field, message]) => (message ? [{ field, message }] : []))
}

/** Whether the text is a day of the calendar. Such texts compare as dates do, since year-month-day sorts as it reads. */
function isDate(text) {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const instant = new Date(`${text}T00:00:00Z`)
  // February 30 is read as March 1 or 2, so the date must also come back as it went in.
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

/** The latest date that is "today" anywhere: clocks run up to 14 hours ahead of UTC, and the user's zone is not known. */
function latestToday(nowMillis) {
  return new Date(nowMillis + 14 * hourMillis).toISOString().slice(0, 10)
}
