package se.framsteg.cases;

/** Where somebody who works with persons has their lists of them. */
enum Desk {
    OWN
}
