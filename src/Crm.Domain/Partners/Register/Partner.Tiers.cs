using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Partners;

public sealed partial class Partner
{
    /// <summary>Longest key of a tier.</summary>
    public const int MaxTierLength = 32;

    private readonly List<PartnerTierStep> _tiers = [];

    /// <summary>The tiers that it had, has and will have, by their first days.</summary>
    public IReadOnlyList<PartnerTierStep> Tiers => [.. _tiers.OrderBy(t => t.From)];

    /// <summary>Its tier on a day.</summary>
    /// <param name="day">The day, in the business's own time zone.</param>
    /// <returns>Key of the tier; null for none.</returns>
    public string? TierOn(LocalDate day) => _tiers.Where(t => t.From <= day).MaxBy(t => t.From)?.Tier;

    /// <summary>Whether its tier can change from a day on.</summary>
    /// <param name="from">The day.</param>
    /// <returns>The ruling; refused with <c>PartnerInactive</c>, <c>PartnerTierInPast</c> where a later change is known: what was true stays true.</returns>
    public CrmRuling CanGrade(LocalDate from) => WhileActive().Then(
        _tiers.Exists(t => t.From > from) ? CrmRuling.Refused(e => e.PartnerTierInPast(Name)) : CrmRuling.Permitted);

    /// <summary>Changes its tier from a day on.</summary>
    /// <param name="tier">Key of the tier; null for none.</param>
    /// <param name="from">The first day, in the business's own time zone.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not active, or a later change is known.</exception>
    /// <exception cref="ArgumentException">The key is too long, or the day out of its bounds.</exception>
    public void Grade(string? tier, LocalDate from, Instant now)
    {
        CanGrade(from).Demand();
        var (key, day) = (Guard.OptionalLine(tier, MaxTierLength), Guard.Storable(from));
        if (_tiers.Find(t => t.From == day) is { } same)
        {
            same.Tier = key;
        }
        else
        {
            _tiers.Add(new PartnerTierStep(day, key));
        }

        Raise(new PartnerGraded(Id, Name, key, day, now));
    }
}
