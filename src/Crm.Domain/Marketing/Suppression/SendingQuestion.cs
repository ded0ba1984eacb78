using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Privacy;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Who wants to send what: asked of many customers at once.</summary>
/// <param name="Scope">The sender, such as <c>campaign:</c> with its id: within it a customer and an address get one message. One line of at most 100 characters.</param>
/// <param name="Purpose">The purpose; null, or one that is not registered, permits nothing.</param>
/// <param name="Channel">The channel.</param>
public sealed record SendingQuestion(string Scope, PurposeKey? Purpose, ChannelKey Channel)
{
    /// <summary>Not before this moment.</summary>
    /// <value>Null by default: from now on.</value>
    public Instant? NotBefore { get; init; }

    /// <summary>When messages may go out, by the clock of the customer.</summary>
    public SendWindow Window { get; init; } = SendWindow.Always;

    /// <summary>Customers that are left out.</summary>
    public IReadOnlyCollection<CustomerId> Excluded { get; init; } = [];

    /// <summary>Keys of segments whose members are left out.</summary>
    public IReadOnlyCollection<string> ExcludedSegments { get; init; } = [];

    /// <summary>Customers that are permitted but get nothing, such as a control group: they take their address, and no place under the frequency cap.</summary>
    /// <value>Null by default: nobody.</value>
    public Func<CustomerId, bool>? HeldBack { get; init; }
}
