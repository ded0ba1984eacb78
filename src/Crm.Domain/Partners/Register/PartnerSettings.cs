using Crm.Domain.Service;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>How a partner works together with the business.</summary>
public sealed record PartnerSettings
{
    /// <summary>In which ways.</summary>
    /// <value>As a reseller by default; at least one.</value>
    public IReadOnlyCollection<PartnerType> Types { get; init; } = [PartnerType.Reseller];

    /// <summary>The share of leads, in relation to the others' weights; 0 for none, at most <see cref="Partner.MaxWeight"/>.</summary>
    /// <value>1 by default.</value>
    public int Weight { get; init; } = 1;

    /// <summary>The first day of the partnership, in the business's own time zone; null for since ever.</summary>
    public LocalDate? ValidFrom { get; init; }

    /// <summary>The last day of the partnership; null for no end.</summary>
    public LocalDate? ValidThrough { get; init; }

    /// <summary>Where it is.</summary>
    public GeoPoint? Location { get; init; }

    /// <summary>The parts of the world that it works in, at most <see cref="Partner.MaxAreas"/>.</summary>
    /// <value>Everywhere by default.</value>
    public IReadOnlyList<PartnerAreaDetails> Areas { get; init; } = [];
}
