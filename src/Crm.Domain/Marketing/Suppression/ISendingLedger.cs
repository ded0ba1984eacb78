using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Keeps what senders planned. Each question takes a number of commands that does not depend on how many customers it names.</summary>
public interface ISendingLedger
{
    /// <summary>Waits until nobody else plans, until the open transaction ends.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>When it is so.</returns>
    Task HoldAsync(CancellationToken cancellationToken);

    /// <summary>Which of these segments there are not.</summary>
    /// <param name="segments">Keys of segments.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The missing ones, in order.</returns>
    Task<IReadOnlyList<string>> MissingSegmentsAsync(IReadOnlyCollection<string> segments, CancellationToken cancellationToken);

    /// <summary>Which of these customers are in one of these segments.</summary>
    /// <param name="segments">Keys of segments.</param>
    /// <param name="customers">The customers.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Those that are.</returns>
    Task<IReadOnlySet<CustomerId>> MembersAsync(IReadOnlyCollection<string> segments, IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken);

    /// <summary>What customers want.</summary>
    /// <param name="customers">Living customers.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Customer to wishes; those without any are left out.</returns>
    Task<IReadOnlyDictionary<CustomerId, SendingProfile>> ProfilesAsync(IReadOnlyCollection<CustomerId> customers, ChannelKey channel, CancellationToken cancellationToken);

    /// <summary>What a sender planned for these customers, or at these addresses.</summary>
    /// <param name="scope">The sender.</param>
    /// <param name="customers">The customers.</param>
    /// <param name="addressKeys">The addresses.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>What is taken.</returns>
    Task<IReadOnlyList<TakenSending>> TakenAsync(string scope, IReadOnlyCollection<CustomerId> customers, IReadOnlyCollection<string> addressKeys, CancellationToken cancellationToken);

    /// <summary>The days of what counts under the frequency cap.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="from">From which day on.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The days of each customer, one for each message.</returns>
    Task<ILookup<CustomerId, LocalDate>> CountedAsync(IReadOnlyCollection<CustomerId> customers, ChannelKey channel, LocalDate from, CancellationToken cancellationToken);

    /// <summary>Writes what is planned, in the open transaction.</summary>
    /// <param name="planned">The rows.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>When it is done.</returns>
    Task WriteAsync(IReadOnlyList<PlannedSending> planned, CancellationToken cancellationToken);

    /// <summary>Forgets what a sender planned for these customers, in the open transaction.</summary>
    /// <param name="scope">The sender.</param>
    /// <param name="customers">The customers.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>How many.</returns>
    Task<int> ReleaseAsync(string scope, IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken);
}
