using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>
/// What is known of a telephone call or conference. The provider's id of the call is the <see cref="ContactDetails.ExternalId"/> of
/// the contact.
/// </summary>
/// <param name="Status">How far it got.</param>
public sealed record CallDetails(CallStatus Status)
{
    /// <summary>The number that was dialled, at most 320 characters.</summary>
    public string? NumberDialled { get; init; }

    /// <summary>What kind of number that is.</summary>
    /// <value><see cref="DialledNumberKind.Unknown"/> by default.</value>
    public DialledNumberKind NumberKind { get; init; }

    /// <summary>Where the recording is found: an id or address in the provider's system, at most 400 characters.</summary>
    public string? Recording { get; init; }

    /// <summary>How long the caller waited for an answer.</summary>
    public Duration? Wait { get; init; }

    /// <summary>How long both sides spoke.</summary>
    public Duration? Talk { get; init; }

    /// <summary>How long the other side was put on hold.</summary>
    public Duration? Hold { get; init; }

    /// <summary>How long the agent worked on it afterwards.</summary>
    public Duration? WrapUp { get; init; }
}
