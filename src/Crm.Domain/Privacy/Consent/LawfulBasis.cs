namespace Crm.Domain.Privacy;

/// <summary>The lawful bases of processing personal data, as Article 6(1) of the GDPR names them.</summary>
public enum LawfulBasis
{
    /// <summary>(a) The person consented.</summary>
    Consent,

    /// <summary>(b) A contract with the person needs it.</summary>
    Contract,

    /// <summary>(c) A law demands it.</summary>
    LegalObligation,

    /// <summary>(d) Somebody's life depends on it.</summary>
    VitalInterests,

    /// <summary>(e) A task in the public interest.</summary>
    PublicTask,

    /// <summary>(f) Legitimate interests that the person's own do not override, such as advertising to one's customers.</summary>
    LegitimateInterests,
}
