using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>
/// What a customer may ask of the service desk under a contract: a number of cases or hours of work, in a period of whole days in the
/// business's own time zone, for one product or all. Every change of the account is an entry of its own.
/// </summary>
public sealed partial class Entitlement : AggregateRoot<EntitlementId>
{
    /// <summary>Longest reference to a contract, and longest stock-keeping unit.</summary>
    public const int MaxReferenceLength = 100;

    /// <summary>Longest reason.</summary>
    public const int MaxReasonLength = 500;

    /// <summary>Greatest total.</summary>
    public const decimal MaxTotal = 1_000_000;

    private readonly List<EntitlementEntry> _newEntries = [];

    private Entitlement()
    {
    }

    /// <summary>Grants an entitlement.</summary>
    /// <param name="id">The id.</param>
    /// <param name="details">What it is.</param>
    /// <param name="renewalOfId">The entitlement that it follows.</param>
    /// <param name="actorId">Id of who grants it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The total is out of its bounds, the period ends before it begins, or a text is too long.</exception>
    public Entitlement(EntitlementId id, EntitlementDetails details, EntitlementId? renewalOfId, string actorId, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(details);
        CustomerId = Guard.NotEmpty(details.CustomerId);
        Unit = Guard.Defined(details.Unit);
        Decrease = Guard.Defined(details.Decrease);
        WhenExhausted = Guard.Defined(details.WhenExhausted);
        Total = Amount(details.Total, nameof(details));
        (ValidFrom, ValidUntil) = (Guard.Storable(details.From), Guard.Storable(details.Until));
        if (ValidUntil < ValidFrom)
        {
            throw new ArgumentException("A period ends on its first day or later.", nameof(details));
        }

        Contract = Guard.OptionalLine(details.Contract, MaxReferenceLength);
        Sku = Guard.OptionalLine(details.Sku, 64);
        RenewalOfId = renewalOfId;
        Write(EntitlementEntryKind.Granted, Total, null, null, actorId, now);
        Raise(new EntitlementGranted(Id, CustomerId, Unit, Total, ValidFrom, ValidUntil, RenewalOfId, now));
    }

    /// <summary>The customer, person or organisation.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>The contract that says so.</summary>
    public string? Contract { get; private set; }

    /// <summary>The product that it is for; null for all.</summary>
    public string? Sku { get; private set; }

    /// <summary>What is counted.</summary>
    public EntitlementUnit Unit { get; private set; }

    /// <summary>When a case counts.</summary>
    public EntitlementDecrease Decrease { get; private set; }

    /// <summary>What happens to new cases when nothing is left.</summary>
    public EntitlementExhaustion WhenExhausted { get; private set; }

    /// <summary>What was granted and topped up.</summary>
    public decimal Total { get; private set; }

    /// <summary>What was used and not given back.</summary>
    public decimal Used { get; private set; }

    /// <summary>The first day, in the business's own time zone.</summary>
    public LocalDate ValidFrom { get; private set; }

    /// <summary>The last day.</summary>
    public LocalDate ValidUntil { get; private set; }

    /// <summary>Whether it can be drawn on.</summary>
    public EntitlementStatus Status { get; private set; }

    /// <summary>The entitlement that it follows.</summary>
    public EntitlementId? RenewalOfId { get; private set; }

    /// <summary>How many entries its account has.</summary>
    public int EntryCount { get; private set; }

    /// <summary>The entries that were made in this unit of work; <see cref="Entitlements.EntriesAsync"/> reads all.</summary>
    public IReadOnlyList<EntitlementEntry> NewEntries => _newEntries;

    /// <summary>What is left; not below zero.</summary>
    public decimal Remaining => Math.Max(0, Total - Used);

    /// <summary>What was used beyond the total.</summary>
    public decimal Excess => Math.Max(0, Used - Total);

    /// <summary>Whether nothing is left for another case.</summary>
    public bool IsExhausted => Unit == EntitlementUnit.Cases ? Remaining < 1 : Remaining <= 0;

    private decimal Amount(decimal amount, string name) => amount is > 0 and <= MaxTotal && decimal.Round(amount, Unit == EntitlementUnit.Cases ? 0 : 4) == amount
        ? amount
        : throw new ArgumentOutOfRangeException(name, amount, $"More than zero and at most {MaxTotal} was expected, in whole cases, or hours with four decimals.");

    private void Write(EntitlementEntryKind kind, decimal amount, ServiceCaseId? caseId, string? note, string actorId, Instant now)
    {
        _newEntries.Add(new EntitlementEntry(EntryCount + 1, kind, amount, Total - Used, caseId, note, actorId, now));
        EntryCount++;
    }
}
