/**
 * What is kept in place of a personal identity code where a rule needs to know "has this human already": a keyed digest for
 * one purpose. The same code gives another digest for another purpose, so that two lists cannot be joined, and nothing
 * can be told from a digest without the installation's key. The code itself is never stored.
 */
export function digestFor(keyed: { sign(purpose: string, text: string): string }, purpose: string, code: string): string {
  const plain = code.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  if (!plain || !purpose) throw new Error('a digest needs a purpose and a code')
  return keyed.sign(`identity code: ${purpose}`, plain)
}
