using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>The tier of a partner from a day on, until the next step. Part of <see cref="Partner"/>.</summary>
public sealed class PartnerTierStep
{
    private PartnerTierStep()
    {
    }

    internal PartnerTierStep(LocalDate from, string? tier) => (From, Tier) = (from, tier);

    /// <summary>The first day, in the business's own time zone.</summary>
    public LocalDate From { get; private set; }

    /// <summary>Key of the tier; null for none.</summary>
    public string? Tier { get; internal set; }
}
