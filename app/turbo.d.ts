declare module '@hotwired/turbo' {
  export const config: { drive: { enabled: boolean }; forms: { mode: 'on' | 'off' | 'optin'; submitter: 'disabled' | 'aria-disabled' } }
  export function renderStreamMessage(message: string): void
  export function visit(url: string, options?: { action?: 'replace' | 'advance' }): void
}
