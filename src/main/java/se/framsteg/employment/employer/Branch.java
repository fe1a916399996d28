package se.framsteg.employment.employer;

/** A section of SNI 2007 (Standard för svensk näringsgrensindelning, SCB), by its letter; its names are texts. */
public enum Branch {
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H,
    I,
    J,
    K,
    L,
    M,
    N,
    O,
    P,
    Q,
    R,
    S,
    T,
    U
}
