import sharp from 'sharp'
import { insideAt } from './living-week.ts'
import { numbers } from './numbers.ts'

const wide = 1280, high = 720

/** What the camera at the rink would see: light by the hour, ice, boards, a hut, and as many skaters as the gate has counted. */
export function rinkScene(at: Date, hour: number): Promise<Buffer> {
  const { sky, ground, light } = lightOf(hour), random = numbers(Math.floor(at.getTime() / 300_000))
  const skaters = Array.from({ length: Math.min(40, insideAt('raikka-rink', 80, at)) }, () => {
    const depth = random(), x = 180 + random() * 920, y = 380 + depth * 230, size = 14 + depth * 26
    return `<ellipse cx="${x}" cy="${y + size}" rx="${size * 0.7}" ry="${size * 0.2}" fill="#7d93a6"/><rect x="${x - size * 0.3}" y="${y - size * 0.3}" width="${size * 0.6}" height="${size * 1.3}" rx="${size * 0.3}" fill="hsl(${Math.floor(random() * 360)} 45% 40%)"/><circle cx="${x}" cy="${y - size * 0.55}" r="${size * 0.3}" fill="#caa58a"/>`
  })
  return drawn(`<rect width="${wide}" height="${high}" fill="${sky}"/><path d="M0 250 L120 150 L220 240 L340 130 L470 250 L600 160 L720 250 L860 140 L1000 250 L1130 170 L1280 250 V320 H0Z" fill="#2c4236"/><rect y="290" width="${wide}" height="430" fill="${ground}"/>
    <path d="M220 340 H1060 L1230 670 H50Z" fill="#dbe8f0"/><path d="M220 340 H1060 L1230 670 H50Z" fill="none" stroke="#c9483a" stroke-width="10"/><rect x="930" y="200" width="180" height="120" fill="#7a4a2c"/><path d="M915 205 L1020 140 L1125 205Z" fill="#f2f5f7"/><rect x="965" y="235" width="40" height="40" fill="${light}"/>${skaters.join('')}`)
}

/** What the camera at the carpet-washing place would see: in summer tables with who washes, in winter tables under snow. */
export function carpetScene(at: Date, hour: number, month: number): Promise<Buffer> {
  const { sky, ground } = lightOf(hour), summer = month >= 5 && month <= 9, random = numbers(Math.floor(at.getTime() / 600_000))
  const tables = Array.from({ length: 8 }, (_, i) => {
    const x = 90 + (i % 4) * 290, y = 360 + Math.floor(i / 4) * 150
    const carpet = summer && hour >= 8 && hour < 21 && random() < 0.5
    return `<rect x="${x}" y="${y}" width="200" height="34" fill="#a98562"/><rect x="${x + 10}" y="${y + 34}" width="14" height="60" fill="#80624a"/><rect x="${x + 176}" y="${y + 34}" width="14" height="60" fill="#80624a"/>${
      carpet ? `<rect x="${x + 15}" y="${y - 6}" width="170" height="22" fill="hsl(${Math.floor(random() * 360)} 40% 50%)"/><circle cx="${x + 90}" cy="${y - 70}" r="20" fill="#caa58a"/><rect x="${x + 66}" y="${y - 50}" width="48" height="70" rx="20" fill="#4a6a8a"/>` : summer ? '' : `<rect x="${x - 6}" y="${y - 16}" width="212" height="20" rx="10" fill="#f4f7f9"/>`}`
  })
  return drawn(`<rect width="${wide}" height="${high}" fill="${sky}"/><rect y="200" width="${wide}" height="90" fill="${summer ? '#5d87a6' : '#c8d4dc'}"/><rect y="280" width="${wide}" height="440" fill="${summer ? '#7d8f63' : ground}"/>${tables.join('')}`)
}

const drawn = (inside: string) => sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}">${inside}</svg>`)).jpeg({ quality: 80 }).toBuffer()
const lightOf = (hour: number) => (hour >= 9 && hour < 16 ? { sky: '#b9cfdf', ground: '#eef3f6', light: '#e8e2c8' } : hour >= 7 && hour < 18 ? { sky: '#7c90a8', ground: '#c8d2da', light: '#f3dc9a' } : { sky: '#1d2836', ground: '#7f8d99', light: '#ffe08a' })
