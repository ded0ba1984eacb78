using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>
/// What customers do to their cases by themselves, for areas that have settled already that the customer may: nobody is asked here. By
/// the rules of the <see cref="ServiceDesk"/>, in the name of whoever acts. Nothing is saved.
/// </summary>
public interface ICustomerCaseActs
{
    /// <summary>Opens a case.</summary>
    /// <param name="details">What is known.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case, or <c>CustomerNotFound</c>, <c>InvalidValue</c>, <c>EntitlementNotFound</c>, and what <see cref="Entitlement.CanCover"/> refuses.</returns>
    Task<CrmResult<ServiceCaseId>> OpenAsync(CaseDetails details, CancellationToken cancellationToken);

    /// <summary>Takes a message of the customer. One to a case that was closed too long ago opens a new one that follows it up.</summary>
    /// <param name="id">The case.</param>
    /// <param name="body">The text.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case that has the message, or <c>CaseNotFound</c>, <c>CaseLocked</c>, <c>CaseMerged</c>, <c>InvalidValue</c>.</returns>
    Task<CrmResult<ServiceCaseId>> AnswerAsync(ServiceCaseId id, string body, CancellationToken cancellationToken);

    /// <summary>Closes a case. One without a solution is resolved first, by what the customer says.</summary>
    /// <param name="id">The case.</param>
    /// <param name="solution">What solved it; needed where the business gave no solution, not used where it did.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case, or <c>CaseNotFound</c>, <c>CaseLocked</c>, <c>CaseMerged</c>, <c>CaseSolutionMissing</c>, <c>CaseTransitionNotAllowed</c>, <c>InvalidValue</c>.</returns>
    Task<CrmResult<ServiceCaseId>> CloseAsync(ServiceCaseId id, string? solution, CancellationToken cancellationToken);

    /// <summary>Opens a resolved or closed case again, within the time that <see cref="CaseFollowUpRules"/> give.</summary>
    /// <param name="id">The case.</param>
    /// <param name="reason">Why, as a message of the customer.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case, or <c>CaseNotFound</c>, <c>CaseLocked</c>, <c>CaseMerged</c>, <c>CaseNotResolved</c>, <c>CaseTransitionNotAllowed</c>,
    /// <c>CaseClosed</c> where it was closed too long ago, <c>InvalidValue</c>.</returns>
    Task<CrmResult<ServiceCaseId>> ReopenAsync(ServiceCaseId id, string reason, CancellationToken cancellationToken);

    /// <summary>Has the customer told of answers, or not any more. What is so already stays so.</summary>
    /// <param name="id">The case.</param>
    /// <param name="by">For whom: the customer who asks where it is among them, else the organisation.</param>
    /// <param name="follows">Whether to be told.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case, or <c>CaseNotFound</c> also where neither is among them, <c>CaseMerged</c>.</returns>
    Task<CrmResult<ServiceCaseId>> FollowAsync(ServiceCaseId id, CrmReach by, bool follows, CancellationToken cancellationToken);
}
