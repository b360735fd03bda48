/** A text as XML content or attribute value. Signs that XML 1.0 cannot hold at all are left out. */
export const xml = (text: string): string => text
  // oxlint-disable-next-line no-control-regex -- these are the signs outside XML's Char production
  .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')
  .replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign]!)

/** `<name attribute="…">content</name>`; content is already XML, attributes that are undefined are left out. */
export function element(name: string, attributes: Record<string, string | undefined>, content?: string): string {
  const said = Object.entries(attributes).map(([key, value]) => (value === undefined ? '' : ` ${key}="${xml(value)}"`)).join('')
  return content === undefined ? `<${name}${said}/>` : `<${name}${said}>${content}</${name}>`
}
