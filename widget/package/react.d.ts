// `<maintenance-banner>` in React's JSX, from version 19 on, which passes properties and listeners to custom elements:
//
//     /// <reference types="@intermission/maintenance-banner/react" />
import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type {
  BeforeStartEvent, DismissEvent, MaintenanceBanner, MaintenanceBannerAttributes, PhaseChangeEvent,
} from './index.js'

/** React listens to `dismiss` for `ondismiss`: what it is called after `on` is the event, letter by letter. */
export interface MaintenanceBannerProps
  extends MaintenanceBannerAttributes, DetailedHTMLProps<HTMLAttributes<MaintenanceBanner>, MaintenanceBanner> {
  hasUnsavedWork?: () => boolean
  onphasechange?: (event: PhaseChangeEvent) => unknown
  ondismiss?: (event: DismissEvent) => unknown
  onbeforestart?: (event: BeforeStartEvent) => unknown
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'maintenance-banner': MaintenanceBannerProps
    }
  }
}
