// Comfort for parts of pages that work without it.
import './share.ts'
import './menus.ts'
