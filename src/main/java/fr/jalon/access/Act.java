package fr.jalon.access;

/** What somebody may be allowed to do: one constant a mutation. Who may is said in {@code access/rights.csv}. */
public enum Act {
    REPORT_PROGRESS,
    RECORD_OPENING,
    RECORD_MEASUREMENT,
    NAME_HOLDER,
    END_MANDATE,
    PROPOSE_DEADLINE,
    ACCEPT_DEADLINE,
    REFUSE_DEADLINE,
    ARBITRATE_DISCREPANCY,
    ADD_NOTE,
    VERIFY,
    WITHDRAW,
    ADD_RESOURCE,
    ADD_ORGANIZATION,
    ADD_PERSON,
    CREATE_TOKEN,
    REVOKE_TOKEN,
    CREATE_ACCOUNT,
    CHANGE_ACCOUNT
}
