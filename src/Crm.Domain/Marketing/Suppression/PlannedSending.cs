using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>That a sender planned a message to a customer: what the frequency cap counts, and by what an address is known to be taken.</summary>
public sealed class PlannedSending
{
    /// <summary>Longest scope.</summary>
    public const int MaxScopeLength = 100;

    /// <summary>Longest key of an address.</summary>
    public const int MaxKeyLength = 320;

    private PlannedSending() => (Scope, Channel) = (null!, null!);

    internal PlannedSending(Guid id, SendingQuestion question, SendingVerdict verdict) =>
        (Id, Scope, CustomerId, Channel, AddressKey, Day, IsCounted) = (id, question.Scope, verdict.RecipientId, question.Channel, verdict.AddressKey, verdict.Day!.Value, verdict.IsCounted);

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The sender.</summary>
    public string Scope { get; private set; }

    /// <summary>The customer.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>The channel.</summary>
    public ChannelKey Channel { get; private set; }

    /// <summary>By which two notations of the address are the same; null where the channel needs none.</summary>
    public string? AddressKey { get; private set; }

    /// <summary>The customer's own day.</summary>
    public LocalDate Day { get; private set; }

    /// <summary>Whether it counts under the frequency cap.</summary>
    public bool IsCounted { get; private set; }
}
