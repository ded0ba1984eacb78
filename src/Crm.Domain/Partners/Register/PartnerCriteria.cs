namespace Crm.Domain.Partners;

/// <summary>Which partners are listed; what is null does not matter.</summary>
public sealed record PartnerCriteria
{
    /// <summary>Those that work together with the business in this way.</summary>
    public PartnerType? Type { get; init; }

    /// <summary>Those that are active, or not.</summary>
    public bool? IsActive { get; init; }
}
