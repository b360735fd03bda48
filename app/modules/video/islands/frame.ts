/** The length of a video in seconds, as far as its head tells, and one of its pictures for a poster. Nulls for what the browser cannot read. */
export async function lookInto(file: Blob): Promise<{ seconds: number | null; poster: Blob | null }> {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.preload = 'auto'
  video.src = URL.createObjectURL(file)
  const heard = (name: string, most: number) => new Promise<boolean>((resolve) => { const end = setTimeout(() => resolve(false), most); video.addEventListener(name, () => { clearTimeout(end); resolve(true) }, { once: true }); video.addEventListener('error', () => { clearTimeout(end); resolve(false) }, { once: true }) })
  try {
    const ready = heard('loadeddata', 6000)
    video.load()
    if (!await ready) return { seconds: null, poster: null }
    const seconds = Number.isFinite(video.duration) ? video.duration : null
    const sought = heard('seeked', 4000)
    video.currentTime = Math.min(1, (seconds ?? 2) / 2)
    await sought
    const scale = Math.min(1, 1280 / Math.max(video.videoWidth, video.videoHeight))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(video.videoWidth * scale)
    canvas.height = Math.round(video.videoHeight * scale)
    canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height)
    const poster = canvas.width && canvas.height ? await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, 'image/jpeg', 0.85) }) : null
    return { seconds, poster }
  } finally { URL.revokeObjectURL(video.src); video.removeAttribute('src'); video.load() }
}

/** How this browser records so that the most others can play it: MP4 where it can, else WebM. Undefined: as it likes. */
export const recordingType = (): string | undefined => ['video/mp4;codecs=avc1.42E01E,mp4a.40.2', 'video/mp4;codecs=avc1.42E01E,opus', 'video/webm;codecs=vp8,opus', 'video/mp4', 'video/webm'].find((type) => MediaRecorder.isTypeSupported(type))
