// A menu that lies over the page closes with Escape, and when something else is pressed. Without script it closes where it was opened.
const openMenus = () => document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')
addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return
  for (const menu of openMenus()) {
    menu.open = false
    if (menu.contains(document.activeElement)) menu.querySelector('summary')!.focus()
  }
})
addEventListener('click', (event) => {
  for (const menu of openMenus()) if (!menu.contains(event.target as Node)) menu.open = false
})
