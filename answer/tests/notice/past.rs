//! Notices about a window that is over, or does not come.

use answer::notice::Kind;
use expect_test::expect;

use crate::{BEFORE, at_first, changed, check, founding::gate, notice};

#[test]
fn over() {
    let gate = gate();
    check(
        &notice(gate.timeline(), at_first(), "2025-02-07T03:00:00Z"),
        Kind::Over,
        &expect![[r#"
        Over – ImmTrac2: Emergency maintenance, Thursday, February 6, 2025, 7:00 p.m.
        – 9:00 p.m. (CT)

        Overview
        --------

        The downtime of ImmTrac2 is over: Thursday, February 6, 2025, 7:00 p.m. – 9:00
        p.m. (CT). The service is available again.

        Emergency maintenance by the Texas Department of State Health Services (DSHS)
        IT: Emergency production deployment for data fixes.

        Please forward this notice to your IT staff and Electronic Health Records
        vendor.

        Solution
        --------

        ImmTrac2 (web) online application
        - Afterwards: Continue normal business.
        - Must I do anything afterwards? No. Nothing has to be sent again.

        web services (bidirectional data exchange)
        - Afterwards: Resend data for processing.
        - Must I do anything afterwards? Yes: send again what was not processed.

        FTP-related data exchange
        - Afterwards: File processing resumes automatically. There is no need to
          resubmit data.
        - Must I do anything afterwards? No. Nothing has to be sent again.

        Contact
        -------

        For any questions about this notice, please write to us:

        - Access to ImmTrac2 web application (online) – ImmTrac2@dshs.texas.gov
        - Data Exchange – ImmTracMU@dshs.texas.gov
    "#]],
    );
}

#[test]
fn cancelled() {
    let gate = changed("reason =", "cancelled = true\nreason =");
    check(
        &notice(gate.timeline(), at_first(), BEFORE),
        Kind::Cancelled,
        &expect![[r#"
        Cancelled – ImmTrac2: Emergency maintenance, Thursday, February 6, 2025, 7:00
        p.m. – 9:00 p.m. (CT)

        Overview
        --------

        The downtime of ImmTrac2 was cancelled. It was planned for: Thursday, February
        6, 2025, 7:00 p.m. – 9:00 p.m. (CT).

        Emergency maintenance by the Texas Department of State Health Services (DSHS)
        IT: Emergency production deployment for data fixes.

        ImmTrac2 stays available as usual. There is nothing that you must do.

        Please forward this notice to your IT staff and Electronic Health Records
        vendor.

        Contact
        -------

        For any questions about this notice, please write to us:

        - Access to ImmTrac2 web application (online) – ImmTrac2@dshs.texas.gov
        - Data Exchange – ImmTracMU@dshs.texas.gov
    "#]],
    );
}
