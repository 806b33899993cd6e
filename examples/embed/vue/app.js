// The banner in Vue 3. Written in templates, tell the compiler that it is no component of yours:
// `compilerOptions.isCustomElement = (tag) => tag === 'maintenance-banner'`, then `@dismiss="…"`.
import { createApp, h, ref } from 'vue'

createApp({
  setup() {
    const heard = ref('nothing')
    const hear = ({ type, detail }) => { heard.value = `${type} ${detail.phase}` }
    return () => [
      h('maintenance-banner', { channel: 'web', onPhasechange: hear, onDismiss: hear }),
      h('main', [h('h1', 'Records'), h('p', ['The banner says: ', h('output', { id: 'heard' }, heard.value)])]),
    ]
  },
}).mount('#app')
