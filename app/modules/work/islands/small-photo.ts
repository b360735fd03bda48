const largest = 1600

/**
 * A photo made small on the phone, so that a slow line takes a third of a megabyte instead of eight: at most 1600 pixels, the
 * right way up, without where it was taken. What the browser cannot read goes as it is: the server may.
 */
export async function smallPhoto(file: Blob): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, largest / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.82))
    return small && small.size < file.size ? small : file
  } catch { return file }
}
