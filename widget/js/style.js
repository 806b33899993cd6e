/* The banner's style sheet: one for all elements of a page. */
import text from '../style.css'

export const sheet = new CSSStyleSheet()
sheet.replaceSync(text)
