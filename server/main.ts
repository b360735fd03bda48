// React chooses its fast build by this when it is loaded, so it is said before anything else is.
process.env.NODE_ENV ??= 'production'
await import('./start.ts')

export {}
