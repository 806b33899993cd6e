// The banner in React 19: an element like any other. A property `onX` listens to the event X, letter by letter.
import { useState } from 'react'
import { createRoot } from 'react-dom/client'

function App() {
  const [heard, setHeard] = useState('nothing')
  const hear = ({ type, detail }) => setHeard(`${type} ${detail.phase}`)
  return (
    <>
      <maintenance-banner channel="web" onphasechange={hear} ondismiss={hear} />
      <main>
        <h1>Records</h1>
        <p>The banner says: <output id="heard">{heard}</output></p>
      </main>
    </>
  )
}

createRoot(document.querySelector('#app')).render(<App />)
