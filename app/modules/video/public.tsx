export { Videos } from './videos.tsx'
