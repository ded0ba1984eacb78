using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Feedback;

/// <summary>Loads invitations to change them. Finds nothing of another tenant. Never saves.</summary>
public interface ISurveyInvitationStore
{
    /// <summary>Loads an invitation with its answers.</summary>
    /// <param name="id">The invitation.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked invitation, or null.</returns>
    Task<SurveyInvitation?> FindAsync(SurveyInvitationId id, CancellationToken cancellationToken);

    /// <summary>Loads the invitation that a token opens.</summary>
    /// <param name="tokenHash">The hash of the token.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked invitation, or null.</returns>
    Task<SurveyInvitation?> FindByTokenAsync(string tokenHash, CancellationToken cancellationToken);

    /// <summary>Whether a survey has asked about a record.</summary>
    /// <param name="surveyId">The survey.</param>
    /// <param name="about">The record.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>True when there is an invitation, whatever became of it.</returns>
    Task<bool> HasAskedAsync(SurveyId surveyId, SubjectReference about, CancellationToken cancellationToken);

    /// <summary>Loads invitations of which something is due by the clock, the longest first.</summary>
    /// <param name="now">The current instant.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The tracked invitations.</returns>
    Task<IReadOnlyList<SurveyInvitation>> DueAsync(Instant now, int take, CancellationToken cancellationToken);

    /// <summary>When the next thing comes due by the clock.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The instant; null when nothing will.</returns>
    Task<Instant?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>Lists a customer's invitations, newest first.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="openOnly">Whether only those that can be answered.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<SurveyInvitationSummary>> OfCustomerAsync(CustomerId customerId, bool openOnly, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Adds a new invitation, to be written by the next save.</summary>
    /// <param name="invitation">The invitation.</param>
    void Add(SurveyInvitation invitation);
}
