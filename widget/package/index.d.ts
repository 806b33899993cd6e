// What `@intermission/maintenance-banner` brings: the element `<maintenance-banner>`, its properties and its events.
// Importing the package runs the loader; it has no exports of its own.

/** What is shown of a window. `scheduled` is never shown: nobody has been told yet. */
export type MaintenancePhase = 'announced' | 'imminent' | 'active' | 'overrun' | 'ended' | 'cancelled'

/** A window as `timeline.json` has it. Instants are RFC 3339 texts. */
export interface MaintenanceWindow {
  /** The name of the window in the schedule. */
  readonly id: string
  /** For a window that recurs, which of its occurrences this is: the local start that its rule gives. */
  readonly of: string | null
  /** Where it stood when the timeline was read. */
  readonly phase: MaintenancePhase
  readonly start: string
  /** The first instant outside, or null while nobody knows it. */
  readonly end: string | null
  /** When it opens by itself, as far as anybody may count on it. */
  readonly reopens: string | null
  readonly reason: 'planned' | 'emergency'
  readonly overrun: 'reopen' | 'hold'
  readonly summary: string | null
  /** The ids of the channels that it is about. */
  readonly channels: readonly string[]
}

/** Another phase is shown, or none. */
export type PhaseChangeEvent = CustomEvent<{
  readonly phase: MaintenancePhase | null
  readonly before: MaintenancePhase | null
  readonly window: MaintenanceWindow | null
}>

/** Somebody puts away what is shown. Cancelled, it stays. */
export type DismissEvent = CustomEvent<{
  readonly phase: MaintenancePhase
  readonly window: MaintenanceWindow
}>

/** The start is imminent, and once more (`last`) five minutes before it. Cancelled, the banner asks nobody to save. */
export type BeforeStartEvent = CustomEvent<{
  readonly start: Date
  readonly last: boolean
  readonly window: MaintenanceWindow
}>

export interface MaintenanceBannerEventMap extends HTMLElementEventMap {
  phasechange: PhaseChangeEvent
  dismiss: DismissEvent
  beforestart: BeforeStartEvent
}

/** `<maintenance-banner>`. It is registered once there is something to say; until then it is an element without properties. */
export interface MaintenanceBanner extends HTMLElement {
  /** Whose users are told: the id of a channel. Empty for every channel. */
  channel: string
  /** Whether people are asked to save what they have not saved. */
  remind: boolean
  /** The phase of what is shown. */
  readonly phase: MaintenancePhase | null
  /** The window of what is shown. */
  readonly window: MaintenanceWindow | null
  /** Says whether something would be lost. */
  hasUnsavedWork: () => boolean
  /** Puts away what is shown, as the button does. */
  dismiss(): void
  /** Looks at the timeline now. */
  refresh(): Promise<void>

  addEventListener<K extends keyof MaintenanceBannerEventMap>(
    type: K, listener: (this: MaintenanceBanner, event: MaintenanceBannerEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void
  addEventListener(
    type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions,
  ): void
  removeEventListener<K extends keyof MaintenanceBannerEventMap>(
    type: K, listener: (this: MaintenanceBanner, event: MaintenanceBannerEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void
  removeEventListener(
    type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions,
  ): void
}

/** The attributes, as frameworks write them. */
export interface MaintenanceBannerAttributes {
  /** Whose users are told: the id of a channel. */
  channel?: string
  /** The address of `timeline.json`; read from the first banner of a page when the package is imported. */
  src?: string
  /** The language of the words. */
  lang?: string
  /** Asks people to save what they have not saved. */
  remind?: boolean
}

declare global {
  interface HTMLElementTagNameMap {
    'maintenance-banner': MaintenanceBanner
  }
}
