package id.tuntas.sop;

/** One family of rules; looks at a read SOP and notes what is wrong. Holds no state. */
@FunctionalInterface
interface Rule {

    void check(Sop sop, Findings findings);
}
