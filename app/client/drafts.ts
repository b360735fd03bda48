export {} // drafts
