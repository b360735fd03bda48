// The installed app's helper: the offline page, and the look kept on the device. It keeps no page of anyone's.
if ('serviceWorker' in navigator && isSecureContext) addEventListener('load', () => { void navigator.serviceWorker.register('/service-worker.js').catch(() => {}) })
