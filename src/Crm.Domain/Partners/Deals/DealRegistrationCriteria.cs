namespace Crm.Domain.Partners;

/// <summary>Which registrations are listed; what is null does not matter.</summary>
public sealed record DealRegistrationCriteria
{
    /// <summary>Those of a partner.</summary>
    public PartnerId? PartnerId { get; init; }

    /// <summary>Those in a status.</summary>
    public DealRegistrationStatus? Status { get; init; }
}
