export {} // enhance
