using Crm.Domain.Interactions;
using Crm.Domain.Service;
using NodaTime;

namespace Crm.Domain.Intake;

/// <summary>Remembers which messages were taken and which automatic answers were permitted. Knows nothing of another tenant.</summary>
public interface IIntakeStore
{
    /// <summary>
    /// Claims messages, in the open transaction: of two deliveries at the same moment one waits for the other and then finds the
    /// message claimed.
    /// </summary>
    /// <param name="messages">The messages, each key once.</param>
    /// <param name="cancellationToken">Cancels the claim.</param>
    /// <returns>The keys that nobody had claimed before.</returns>
    Task<IReadOnlySet<string>> ClaimAsync(IReadOnlyCollection<HandledMessage> messages, CancellationToken cancellationToken);

    /// <summary>What messages became that were claimed before.</summary>
    /// <param name="keys">Their keys.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Key to contact.</returns>
    Task<IReadOnlyDictionary<string, InteractionId>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken);

    /// <summary>Gives claims of the open transaction back.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>When they are free.</returns>
    Task ReleaseAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken);

    /// <summary>The automatic answers that were permitted lately, to some receivers or in some cases.</summary>
    /// <param name="recipients">The receivers.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="since">Since when.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The answers.</returns>
    Task<IReadOnlyList<AutomaticAnswer>> AnswersAsync(IReadOnlyCollection<string> recipients, IReadOnlyCollection<ServiceCaseId> cases, Instant since, CancellationToken cancellationToken);

    /// <summary>Keeps that automatic answers were permitted.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>When they are written.</returns>
    Task AddAsync(IReadOnlyCollection<AutomaticAnswer> answers, CancellationToken cancellationToken);

    /// <summary>Forgets what is old.</summary>
    /// <param name="handledBefore">Messages that were taken before are forgotten.</param>
    /// <param name="answeredBefore">Answers that were permitted before are forgotten.</param>
    /// <param name="cancellationToken">Cancels the act; portions that are done stay done.</param>
    /// <returns>How many messages were forgotten.</returns>
    Task<int> ForgetAsync(Instant handledBefore, Instant answeredBefore, CancellationToken cancellationToken);
}
