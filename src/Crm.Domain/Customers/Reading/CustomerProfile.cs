using Crm.Domain.Access;
using Crm.Domain.CustomFields;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>What is known of a customer itself, to be read.</summary>
public sealed record CustomerProfile
{
    /// <summary>The customer.</summary>
    public required CustomerId Id { get; init; }

    /// <summary>Person or organisation.</summary>
    public required CustomerKind Kind { get; init; }

    /// <summary>The name.</summary>
    public required string DisplayName { get; init; }

    /// <summary>A person's name in its parts.</summary>
    public PersonName? Name { get; init; }

    /// <summary>A person's date of birth, if known.</summary>
    public LocalDate? BirthDate { get; init; }

    /// <summary>The language the customer prefers, if known.</summary>
    public LanguageTag? Language { get; init; }

    /// <summary>When the customer was recorded.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>The version that was read.</summary>
    public required long Version { get; init; }

    /// <summary>Where the customer stands in its life cycle; null where the reader is not staff.</summary>
    public LifecycleStage? Stage { get; init; }

    /// <summary>Since when; null where the reader is not staff.</summary>
    public Instant? StageSince { get; init; }

    /// <summary>Name of the specialist who looks after the customer.</summary>
    public string? Specialist { get; init; }

    /// <summary>The team that looks after the customer.</summary>
    public string? TeamId { get; init; }

    /// <summary>Tags by name; empty where the reader is not staff.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>How the customer is reached, the primary of each kind first.</summary>
    public IReadOnlyList<ProfileContactPoint> ContactPoints { get; init; } = [];

    /// <summary>Postal addresses by kind, the primary of each first.</summary>
    public IReadOnlyList<ProfileAddress> Addresses { get; init; } = [];

    /// <summary>Identities in other systems.</summary>
    public IReadOnlyList<ExternalReference> References { get; init; } = [];

    /// <summary>The values of custom fields by the field's key, in the order of the keys; empty where the reader is not staff.</summary>
    public IReadOnlyList<KeyValuePair<string, CustomValue>> CustomFields { get; init; } = [];

    /// <summary>The profile without what staff notes for itself.</summary>
    /// <returns>The profile for the customer's own eyes.</returns>
    public CustomerProfile ForOutsiders() => this with { Stage = null, StageSince = null, Tags = [], TeamId = null, CustomFields = [] };

    /// <summary>The profile without what an actor's roles keep from it.</summary>
    /// <param name="rights">What the actor may.</param>
    /// <returns>The profile for the actor's eyes. The display name stays.</returns>
    public CustomerProfile ReadableBy(CrmRights rights)
    {
        ArgumentNullException.ThrowIfNull(rights);
        bool May(string field) => rights.MayRead(nameof(Customer), field);
        return !rights.RestrictsFields ? this : this with
        {
            Name = May(nameof(Name)) ? Name : null,
            BirthDate = May(nameof(BirthDate)) ? BirthDate : null,
            Language = May(nameof(Language)) ? Language : null,
            Stage = May(nameof(Stage)) ? Stage : null,
            StageSince = May(nameof(Stage)) ? StageSince : null,
            Specialist = May(nameof(Customer.SpecialistId)) ? Specialist : null,
            TeamId = May(nameof(TeamId)) ? TeamId : null,
            Tags = May(nameof(CustomerTag)) ? Tags : [],
            ContactPoints = May(nameof(ContactPoint)) ? ContactPoints : [],
            Addresses = May(nameof(CustomerAddress)) ? Addresses : [],
            References = May(nameof(CustomerReference)) ? References : [],
            CustomFields = [.. CustomFields.Where(f => May($"CustomFields:{f.Key}"))],
        };
    }

    /// <summary>The profile of a loaded customer.</summary>
    /// <param name="customer">The customer with its parts.</param>
    /// <returns>The profile.</returns>
    public static CustomerProfile Of(Customer customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return new()
        {
            Id = customer.Id,
            Kind = customer.Kind,
            DisplayName = customer.DisplayName,
            Name = (customer as Person)?.Name,
            BirthDate = (customer as Person)?.BirthDate,
            Language = customer.Language,
            CreatedAt = customer.CreatedAt,
            Version = customer.Version,
            Stage = customer.Stage,
            StageSince = customer.StageSince,
            Specialist = customer.SpecialistName ?? customer.SpecialistId,
            TeamId = customer.TeamId,
            Tags = [.. customer.Tags.Select(t => t.Name).Order(StringComparer.Ordinal)],
            ContactPoints = [.. customer.ContactPoints.OrderBy(p => p.Kind).ThenByDescending(p => p.IsPrimary).ThenBy(p => p.Id).Select(p => new ProfileContactPoint(p.Id, p.Kind, p.Value, p.IsPrimary, p.IsInvalid, p.IsOptedOut) { Use = p.Use, Label = p.Label })],
            Addresses = [.. customer.Addresses.OrderBy(a => a.Kind).ThenByDescending(a => a.IsPrimary).ThenBy(a => a.Id).Select(a => new ProfileAddress(a.Kind, a.Address) { Label = a.Label, IsPrimary = a.IsPrimary })],
            References = [.. customer.References.Select(r => r.ToReference()).OrderBy(r => r.System, StringComparer.Ordinal).ThenBy(r => r.Value, StringComparer.Ordinal)],
            CustomFields = [.. customer.CustomFields.Select(f => f.Key).Distinct().Order(StringComparer.Ordinal).Select(key => KeyValuePair.Create(key, customer.CustomValueOf(key)!))],
        };
    }
}
