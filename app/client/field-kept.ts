import { fieldOwner, fieldPictures, fieldViews } from './field-names.ts'

// What the field views last heard belongs to one person: it goes from the device when they sign out here, and when another
// person is signed in. What they did and what has not been sent yet stays, sealed to them: it goes to the server when they
// sign in again, and in nobody else's name.
async function forgetData() {
  try {
    localStorage.removeItem(fieldOwner)
    for (const { data } of Object.values(fieldViews)) indexedDB.deleteDatabase(data)
    await caches.delete(fieldPictures)
  } catch { /* nothing can be kept here, so nothing is */ }
}

const owner = () => { try { return localStorage.getItem(fieldOwner) } catch { return null } }
const me = document.body.dataset.me
if (me && owner() && owner() !== me) void forgetData()
document.addEventListener('submit', (event) => {
  if (event.target instanceof HTMLFormElement && event.target.action.endsWith('/sign-out')) void forgetData()
}, true)
