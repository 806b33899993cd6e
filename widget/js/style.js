/* The banner's style. Logical properties, so that right-to-left needs nothing else; nothing moves. Every
   colour can be set from outside; light or dark is what the page has chosen (`color-scheme`). Contrast
   is 4.5 : 1 at least. Forced colours leave the borders, which is why there are some. */
export const style = `
:host{display:block;font:1rem/1.5 var(--maintenance-banner-font,system-ui,sans-serif);--ink:#1c2430;--ground:#fbf6f0;--accent:#b4530a;--soft:#4a5565;--anchor:#0b57a4}
:host([hidden]),[hidden]{display:none!important}
@supports(color:light-dark(red,red)){:host{--ink:light-dark(#1c2430,#e8ebf0);--ground:light-dark(#fbf6f0,#242a32);--accent:light-dark(#b4530a,#f0a35e);--soft:light-dark(#4a5565,#b3bcc8);--anchor:light-dark(#0b57a4,#8fc1ff)}}
section{display:flex;flex-wrap:wrap;align-items:flex-start;gap:.5rem 1rem;padding:var(--maintenance-banner-padding,.75rem 1.25rem);box-sizing:border-box;color:var(--maintenance-banner-color,var(--ink));background:var(--maintenance-banner-background,var(--ground));border-block-end:1px solid var(--maintenance-banner-accent,var(--accent));border-inline-start:.375rem solid var(--maintenance-banner-accent,var(--accent));overflow-wrap:anywhere;text-align:start}
[part=body]{flex:1 1 15rem;min-inline-size:0}
p,dl,dd{margin:0}
:host(:dir(rtl)) :is(p,dt,dd){text-align:right}
p:empty,div:empty,dl:empty{display:none}
[part=save]{font-weight:600}
p::first-letter{text-transform:uppercase}
dl{margin-block:.25rem}
dl>div{display:flex;flex-wrap:wrap;gap:0 .75rem}
dt{flex:0 0 auto;min-inline-size:11rem;color:var(--maintenance-banner-color,var(--soft))}
dd{flex:1 1 12rem;font-variant-numeric:tabular-nums}
a{color:var(--maintenance-banner-link,var(--anchor));text-underline-offset:.15em}
a+a{margin-inline-start:.75rem}
button{font:inherit;color:inherit;background:none;border:1px solid;border-radius:.25rem;padding:.25rem .75rem;min-block-size:2rem;cursor:pointer}
a:focus-visible,button:focus-visible{outline:.1875rem solid var(--maintenance-banner-link,var(--anchor));outline-offset:.125rem}
[part=status]{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media print{section{color:#000;background:none}button,[part=links]{display:none}}
`
