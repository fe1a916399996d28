package se.framsteg.cases;

/** What the person lives on (försörjning). */
public enum IncomeSource {
    SJUKPENNING,
    REHABILITERINGSPENNING,
    SJUKERSATTNING,
    AKTIVITETSERSATTNING,
    FORSORJNINGSSTOD,
    AKTIVITETSSTOD,
    A_KASSA,
    LON,
    CSN,
    NONE,
    OTHER,
    UNKNOWN
}
