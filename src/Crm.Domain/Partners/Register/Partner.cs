using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>An organisation that works together with the business: sells for it, serves its customers, or delivers to it.</summary>
public sealed partial class Partner : AggregateRoot<PartnerId>
{
    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 200;

    /// <summary>Greatest weight.</summary>
    public const int MaxWeight = 1_000;

    /// <summary>Most areas.</summary>
    public const int MaxAreas = 200;

    /// <summary>Longest reason.</summary>
    public const int MaxReasonLength = 300;

    private readonly List<PartnerTypeMark> _types = [];
    private readonly List<PartnerArea> _areas = [];

    private Partner() => Name = null!;

    /// <summary>Takes an organisation in as a partner.</summary>
    /// <param name="id">The id.</param>
    /// <param name="customerId">The organisation that it is.</param>
    /// <param name="name">What it is called here; unique per tenant.</param>
    /// <param name="settings">How it works together with the business.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A value is out of its bounds.</exception>
    public Partner(PartnerId id, CustomerId customerId, string name, PartnerSettings settings, Instant now)
        : base(id)
    {
        CustomerId = Guard.NotEmpty(customerId);
        Name = Guard.Line(name, MaxNameLength);
        Take(settings);
        RegisteredAt = Guard.Storable(now);
        Raise(new PartnerRegistered(Id, CustomerId, Name, now));
    }

    /// <summary>The organisation that it is.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>What it is called here.</summary>
    public string Name { get; private set; }

    /// <summary>The share of leads, in relation to the others' weights.</summary>
    public int Weight { get; private set; }

    /// <summary>The first day of the partnership; null for since ever.</summary>
    public LocalDate? ValidFrom { get; private set; }

    /// <summary>The last day of the partnership; null for no end.</summary>
    public LocalDate? ValidThrough { get; private set; }

    /// <summary>Degrees to the north of where it is.</summary>
    public double? Latitude { get; private set; }

    /// <summary>Degrees to the east of where it is.</summary>
    public double? Longitude { get; private set; }

    /// <summary>When it was taken in.</summary>
    public Instant RegisteredAt { get; private set; }

    /// <summary>When it was deactivated; null while it is active.</summary>
    public Instant? DeactivatedAt { get; private set; }

    /// <summary>Why it was deactivated.</summary>
    public string? DeactivatedFor { get; private set; }

    /// <summary>Whether it was not deactivated.</summary>
    public bool IsActive => DeactivatedAt is null;

    /// <summary>Where it is; null where that is not known.</summary>
    public GeoPoint? Location => Latitude is { } north && Longitude is { } east ? new GeoPoint(north, east) : null;

    /// <summary>The ways in which it works together with the business, in their order.</summary>
    public IReadOnlyList<PartnerTypeMark> Types => [.. _types.OrderBy(t => t.Type)];

    /// <summary>The parts of the world that it works in; none for everywhere.</summary>
    public IReadOnlyList<PartnerArea> Areas => [.. _areas.OrderBy(a => a.Ordinal)];

    /// <summary>Whether it works together with the business on a day.</summary>
    /// <param name="day">The day, in the business's own time zone.</param>
    /// <returns>True when it is active and the day lies in its validity.</returns>
    public bool IsValidOn(LocalDate day) => IsActive && !(day < ValidFrom) && !(day > ValidThrough);

    /// <summary>Sets anew how it works together with the business.</summary>
    /// <param name="name">What it is called here.</param>
    /// <param name="settings">How it does.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A value is out of its bounds.</exception>
    public void Configure(string name, PartnerSettings settings, Instant now)
    {
        var line = Guard.Line(name, MaxNameLength);
        Take(settings);
        Name = line;
        Raise(new PartnerConfigured(Id, Name, Weight, now));
    }

    /// <summary>Whether it can be deactivated.</summary>
    /// <returns>The ruling; refused with <c>PartnerInactive</c>.</returns>
    public CrmRuling CanDeactivate() => WhileActive();

    /// <summary>Deactivates it: its people cannot sign in, it gets no leads and registers nothing.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not active.</exception>
    /// <exception cref="ArgumentException">The reason is empty or too long.</exception>
    public void Deactivate(string reason, Instant now)
    {
        CanDeactivate().Demand();
        (DeactivatedFor, DeactivatedAt) = (Guard.Line(reason, MaxReasonLength), now);
        Raise(new PartnerActivityChanged(Id, Name, false, DeactivatedFor, now));
    }

    /// <summary>Whether it can be activated again.</summary>
    /// <returns>The ruling; refused with <c>PartnerActive</c>.</returns>
    public CrmRuling CanActivate() => IsActive ? CrmRuling.Refused(e => e.PartnerActive(Name)) : CrmRuling.Permitted;

    /// <summary>Activates it again.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is active.</exception>
    public void Activate(Instant now)
    {
        CanActivate().Demand();
        (DeactivatedFor, DeactivatedAt) = (null, null);
        Raise(new PartnerActivityChanged(Id, Name, true, null, now));
    }

    private CrmRuling WhileActive() => IsActive ? CrmRuling.Permitted : CrmRuling.Refused(e => e.PartnerInactive(Name));

    private void Take(PartnerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfNegative(settings.Weight, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(settings.Weight, MaxWeight, nameof(settings));
        List<PartnerType> types = [.. settings.Types.Select(t => Guard.Defined(t, nameof(settings))).Distinct()];
        List<PartnerAreaDetails> areas = [.. settings.Areas.Select(a => a.Checked()).Distinct()];
        if (types.Count == 0 || areas.Count > MaxAreas || settings.ValidThrough < settings.ValidFrom)
        {
            throw new ArgumentException($"A partner has at least one type, at most {MaxAreas} areas, and a validity that does not end before it begins.", nameof(settings));
        }

        ValidFrom = settings.ValidFrom is { } from ? Guard.Storable(from, nameof(settings)) : null;
        ValidThrough = settings.ValidThrough is { } through ? Guard.Storable(through, nameof(settings)) : null;
        (Weight, Latitude, Longitude) = (settings.Weight, settings.Location?.Latitude, settings.Location?.Longitude);
        _types.RemoveAll(t => !types.Contains(t.Type));
        _types.AddRange(types.Where(t => _types.All(had => had.Type != t)).Select(t => new PartnerTypeMark(t)).ToList());
        var next = _areas.Select(a => a.Ordinal).DefaultIfEmpty().Max();
        _areas.RemoveAll(a => !areas.Contains(a.Details));
        _areas.AddRange(areas.Where(a => _areas.All(had => had.Details != a)).Select(a => new PartnerArea(++next, a)).ToList());
    }
}
