/** A nominal type: a value of `T` that only its own constructor may label `Name`. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
