namespace Crm.Domain.Service;

/// <summary>How entitlements find their cases.</summary>
public sealed class EntitlementOptions
{
    /// <summary>
    /// Whether a case that is opened without naming an entitlement takes the one that applies. A customer who has none that fits is
    /// served all the same; one whose fitting ones are used up is refused, unless one of them lets the excess through.
    /// </summary>
    /// <value>False by default.</value>
    public bool ChoosesForNewCases { get; set; }
}
