using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>A part of the market: which leads, customers and deals are in it, and who answers for them.</summary>
public sealed class Territory : AggregateRoot<TerritoryId>
{
    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 100;

    private Territory() => Name = null!;

    /// <summary>Makes a territory.</summary>
    /// <param name="id">The id.</param>
    /// <param name="name">The name; unique per tenant.</param>
    /// <param name="settings">What it takes, and who answers for it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text is out of its bounds.</exception>
    public Territory(TerritoryId id, string name, TerritorySettings settings, Instant now)
        : base(id)
    {
        Name = Guard.Line(name, MaxNameLength);
        Take(settings);
        Raise(new TerritoryCreated(Id, Name, now));
    }

    /// <summary>The name.</summary>
    public string Name { get; private set; }

    /// <summary>Place among the territories whose criteria hold.</summary>
    public int Position { get; private set; }

    /// <summary>Which leads it takes, as JSON; null for none by themselves.</summary>
    public string? LeadCriteria { get; private set; }

    /// <summary>Which customers belong to it, as JSON; null for none by themselves.</summary>
    public string? CustomerCriteria { get; private set; }

    /// <summary>Which deals it takes, as JSON; null for those whose customers belong to it.</summary>
    public string? DealCriteria { get; private set; }

    /// <summary>Who answers for what comes into it, where no queue gives it out.</summary>
    public string? OwnerId { get; private set; }

    /// <summary>The team that answers for it.</summary>
    public string? TeamId { get; private set; }

    /// <summary>The queue that gives its leads out.</summary>
    public LeadQueueId? QueueId { get; private set; }

    /// <summary>1 for the territory that takes what no other does; null for others. Unique per tenant.</summary>
    public int? FallbackMark { get; private set; }

    /// <summary>Whether it takes what no other does.</summary>
    public bool IsFallback => FallbackMark is not null;

    /// <summary>Whether it takes nothing any more.</summary>
    public bool IsRetired { get; private set; }

    /// <summary>Sets anew what it takes and who answers for it. What is in it stays until it is reassigned.</summary>
    /// <param name="settings">What it takes, and who answers for it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text is out of its bounds.</exception>
    public void Configure(TerritorySettings settings, Instant now)
    {
        Take(settings);
        Raise(new TerritoryConfigured(Id, Name, now));
    }

    /// <summary>Whether it can become the one that takes what no other does.</summary>
    /// <returns>The ruling; refused with <c>TerritoryRetired</c>.</returns>
    public CrmRuling CanBecomeFallback() => WhileInUse();

    /// <summary>Becomes the one that takes what no other does.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is retired.</exception>
    public void BecomeFallback(Instant now)
    {
        CanBecomeFallback().Demand();
        FallbackMark = 1;
        Raise(new TerritoryFallbackChanged(Id, Name, true, now));
    }

    /// <summary>Ceases to take what no other does.</summary>
    /// <param name="now">The current instant.</param>
    public void CeaseFallback(Instant now)
    {
        FallbackMark = null;
        Raise(new TerritoryFallbackChanged(Id, Name, false, now));
    }

    /// <summary>Whether it can be retired.</summary>
    /// <returns>The ruling; refused with <c>TerritoryRetired</c>, <c>TerritoryIsFallback</c>.</returns>
    public CrmRuling CanRetire() => IsFallback ? CrmRuling.Refused(e => e.TerritoryIsFallback(Name)) : WhileInUse();

    /// <summary>Retires it: it takes nothing any more; what is in it stays until it is reassigned.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is retired, or takes what no other does.</exception>
    public void Retire(Instant now)
    {
        CanRetire().Demand();
        IsRetired = true;
        Raise(new TerritoryRetirementChanged(Id, Name, true, now));
    }

    /// <summary>Whether it can be taken up again.</summary>
    /// <returns>The ruling; refused with <c>TerritoryNotRetired</c>.</returns>
    public CrmRuling CanRestore() => IsRetired ? CrmRuling.Permitted : CrmRuling.Refused(e => e.TerritoryNotRetired(Name));

    /// <summary>Takes it up again.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not retired.</exception>
    public void Restore(Instant now)
    {
        CanRestore().Demand();
        IsRetired = false;
        Raise(new TerritoryRetirementChanged(Id, Name, false, now));
    }

    internal CrmRuling WhileInUse() => IsRetired ? CrmRuling.Refused(e => e.TerritoryRetired(Name)) : CrmRuling.Permitted;

    private void Take(TerritorySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        string? Json(Criteria.Criterion? criteria, string name) => criteria is null ? null : Guard.Text(criteria.ToJson(), TerritorySettings.MaxCriteriaLength, name);
        var (leads, customers, deals) = (Json(settings.Leads, nameof(settings.Leads)), Json(settings.Customers, nameof(settings.Customers)), Json(settings.Deals, nameof(settings.Deals)));
        var (owner, team) = (Guard.OptionalLine(settings.OwnerId, Actor.MaxIdLength, nameof(settings.OwnerId)), Guard.OptionalLine(settings.TeamId, Actor.MaxIdLength, nameof(settings.TeamId)));
        (LeadCriteria, CustomerCriteria, DealCriteria, Position) = (leads, customers, deals, settings.Position);
        (OwnerId, TeamId, QueueId) = (owner, team, settings.QueueId);
    }
}
