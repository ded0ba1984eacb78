namespace Crm.Domain.Privacy;

/// <summary>What a measure demands.</summary>
public enum PrivacyMeasureKind
{
    /// <summary>The data are kept and not used (Article 18 of the GDPR): the customer is not contacted for any purpose.</summary>
    Restriction,

    /// <summary>The data are kept, whatever else is asked for: a lawsuit or an authority needs them. Erasure and retention wait.</summary>
    LegalHold,
}
