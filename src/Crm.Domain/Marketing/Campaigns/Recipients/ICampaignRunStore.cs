using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>What campaigns that run read and write. Never saves.</summary>
public interface ICampaignRunStore
{
    /// <summary>The campaigns that may have something to do: scheduled ones whose time has come, and those that run.</summary>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Their ids, in order.</returns>
    Task<IReadOnlyList<CampaignId>> RunnableAsync(Instant now, CancellationToken cancellationToken);

    /// <summary>Waits until nobody else works on the campaign, until the open transaction ends.</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>When it is so.</returns>
    Task HoldAsync(CampaignId id, CancellationToken cancellationToken);

    /// <summary>How far the audience was taken.</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The progress; that of a beginning where there is none.</returns>
    Task<CampaignProgress> ProgressAsync(CampaignId id, CancellationToken cancellationToken);

    /// <summary>Notes how far the audience was taken, in the open transaction.</summary>
    /// <param name="progress">The progress.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>When it is done.</returns>
    Task NoteAsync(CampaignProgress progress, CancellationToken cancellationToken);

    /// <summary>The next customers of segments, in the order of ids.</summary>
    /// <param name="segments">Keys of segments.</param>
    /// <param name="after">After whom; null from the first.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The customers, each once.</returns>
    Task<IReadOnlyList<CustomerId>> AudienceAsync(IReadOnlyCollection<string> segments, CustomerId? after, int take, CancellationToken cancellationToken);

    /// <summary>Writes new recipients, in the open transaction.</summary>
    /// <param name="recipients">The recipients.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>When it is done.</returns>
    Task WriteAsync(IReadOnlyList<CampaignRecipient> recipients, CancellationToken cancellationToken);

    /// <summary>Loads recipients that wait for the winner.</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked recipients.</returns>
    Task<IReadOnlyList<CampaignRecipient>> WaitingAsync(CampaignId id, int take, CancellationToken cancellationToken);

    /// <summary>Loads recipients of campaigns that run whose message is due, the longest due first.</summary>
    /// <param name="now">The current instant.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked recipients.</returns>
    Task<IReadOnlyList<CampaignRecipient>> DueAsync(Instant now, int take, CancellationToken cancellationToken);

    /// <summary>Whether messages of a campaign are still to be sent.</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>True while one is.</returns>
    Task<bool> HasOpenAsync(CampaignId id, CancellationToken cancellationToken);

    /// <summary>Skips everybody to whom nothing was handed on yet, and gives their places back, in the open transaction.</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>How many.</returns>
    Task<int> SkipOpenAsync(CampaignId id, CancellationToken cancellationToken);

    /// <summary>What the variants of a test achieved.</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="metric">What counts.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The variants that were sent.</returns>
    Task<IReadOnlyList<VariantResult>> ResultsAsync(CampaignId id, WinnerMetric metric, CancellationToken cancellationToken);
}
