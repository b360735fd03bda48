/** What others' programs and pages may read from anywhere. Nothing here depends on who asks. */
export const openHeaders = (type: string, more: Record<string, string> = {}) => ({ 'content-type': type, 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin', 'cache-control': 'public, max-age=60', ...more })
