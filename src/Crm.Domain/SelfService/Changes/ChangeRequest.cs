using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.SelfService;

/// <summary>
/// A change of own data that a customer asked for. Of each customer and kind of data one waits at a time. It is made only where what it
/// takes the place of is still as it was.
/// </summary>
public sealed partial class ChangeRequest : AggregateRoot<ChangeRequestId>
{
    /// <summary>Longest reason.</summary>
    public const int MaxReasonLength = 500;

    /// <summary>Longest address that a code goes to.</summary>
    public const int MaxAddressLength = 254;

    private ChangeRequest() => Change = Before = RequestedById = null!;

    /// <summary>Takes the wish of a customer.</summary>
    /// <param name="id">The id.</param>
    /// <param name="details">The change, and what becomes of it.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The customer's id is empty, or a code has no address to go to.</exception>
    /// <exception cref="CrmRuleException">The data cannot be changed by customers.</exception>
    public ChangeRequest(ChangeRequestId id, ChangeDetails details, Actor by, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(details.Change, nameof(details));
        ArgumentNullException.ThrowIfNull(by);
        Status = Guard.Defined(details.Policy) switch
        {
            ChangePolicy.Apply => ChangeRequestStatus.Applied,
            ChangePolicy.Verify => ChangeRequestStatus.AwaitingCode,
            ChangePolicy.Approve => ChangeRequestStatus.AwaitingApproval,
            _ => throw new CrmRuleException(CrmErrorDescriber.Default.ChangeNotOffered(CrmErrorDescriber.Default.NameOf(details.Change.Domain))),
        };
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(details.Lifetime, Duration.Zero, nameof(details));
        (CustomerId, Domain) = (Guard.NotEmpty(details.CustomerId), Guard.Defined(details.Change.Domain));
        (Change, Before, SeenVersion) = (details.Change.ToJson(), details.Before, details.SeenVersion);
        CodeAddress = Status == ChangeRequestStatus.AwaitingCode ? Guard.Line(details.CodeAddress!, MaxAddressLength) : null;
        (CodeNumber, AttemptsLeft) = CodeAddress is null ? (0, 0) : (1, MaxAttempts);
        (RequestedById, RequestedAt, ExpiresAt) = (by.Id, now, Guard.Storable(now + details.Lifetime));
        (DueAt, DecidedAt) = IsOpen ? (ExpiresAt, null) : ((Instant?)null, (Instant?)now);
        Raise(new ChangeRequested(Id, CustomerId, Domain, Status, now));
    }

    /// <summary>The customer.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>Which data.</summary>
    public OwnDataDomain Domain { get; private set; }

    /// <summary>Where it stands.</summary>
    public ChangeRequestStatus Status { get; private set; }

    /// <summary>The change, as <see cref="OwnDataChange.ToJson"/> writes it.</summary>
    public string Change { get; private set; }

    /// <summary>What it takes the place of; it is made only while that is so.</summary>
    public string Before { get; private set; }

    /// <summary>The customer's version when it was asked for.</summary>
    public long SeenVersion { get; private set; }

    /// <summary>Who asked: the portal account.</summary>
    public string RequestedById { get; private set; }

    /// <summary>When it was asked for.</summary>
    public Instant RequestedAt { get; private set; }

    /// <summary>From when on it waits no more.</summary>
    public Instant ExpiresAt { get; private set; }

    /// <summary>When it ends by the clock; null once it does not wait any more.</summary>
    public Instant? DueAt { get; private set; }

    /// <summary>Who of the staff decided; null where nobody did.</summary>
    public string? DecidedById { get; private set; }

    /// <summary>When it was made, refused, taken back or over.</summary>
    public Instant? DecidedAt { get; private set; }

    /// <summary>Why it was refused, in words for the customer.</summary>
    public string? Reason { get; private set; }

    /// <summary>Whether it waits.</summary>
    public bool IsOpen => Status is ChangeRequestStatus.AwaitingCode or ChangeRequestStatus.AwaitingApproval;

    /// <summary>The change.</summary>
    /// <returns>What the customer asked for.</returns>
    public OwnDataChange ToChange() => OwnDataChange.Parse(Change);

    private CrmRuling Waits(Instant now, params ReadOnlySpan<ChangeRequestStatus> statuses)
    {
        var status = IsOpen && now >= ExpiresAt ? ChangeRequestStatus.Expired : Status;
        return statuses.Contains(status) ? CrmRuling.Permitted : CrmRuling.Refused(e => e.ChangeRequestStatusUnfit(e.NameOf(status)));
    }

    private void Settle(ChangeRequestStatus status, Instant now) => (Status, DecidedAt, DueAt, CodeAddress) = (status, now, null, null);
}
