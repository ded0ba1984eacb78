using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Domain.SelfService;

/// <summary>
/// Cases in the portal: a signed-in customer opens, reads, answers, closes and reopens those of the customers that its account acts for.
/// A foreign case, customer, product or order looks exactly like a missing one, as everything does to guests, partners and staff. A case
/// that was rated cannot be changed any more.
/// </summary>
/// <remarks>Scoped service. No act saves; the host saves once. The audit names the account. Products and orders need the area of orders.</remarks>
[FrontDoor]
public sealed class PortalCases(CustomerCases cases, ICustomerCaseActs desk, IServiceProvider services, CrmActs acts)
{
    /// <summary>Opens a case.</summary>
    /// <param name="request">What the customer says.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case, or <c>CustomerNotFound</c>, <c>OrderNotFound</c>, <c>ProductUnknown</c>, <c>InvalidValue</c>, and what an entitlement refuses.</returns>
    public Task<CrmResult<ServiceCaseId>> OpenAsync(PortalCaseRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return acts.MakeOwnAsync(
            async _ => await RefusalAsync(request, cancellationToken).ConfigureAwait(false) is { } refused ? refused : await desk.OpenAsync(
                new CaseDetails(request.CustomerId, request.Subject)
                {
                    Description = request.Description, OrganisationId = request.OrganisationId, Channel = Channels.Web, Sku = request.Sku, SerialNumber = request.SerialNumber,
                    OrderId = request.OrderId, OrderLine = request.OrderLine, ViewedArticles = request.ViewedArticles,
                },
                cancellationToken).ConfigureAwait(false),
            cancellationToken);
    }

    /// <summary>Reads a case.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>What the customer may see of it, or of the case that it was merged into; null when there is none or it is somebody else's.</returns>
    public async Task<CustomerCase?> FindAsync(ServiceCaseId id, CancellationToken cancellationToken = default) =>
        IsCustomer ? await cases.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Reads a case by the number people quote.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>What the customer may see of it, or of the case that it was merged into; null when there is none or it is somebody else's.</returns>
    public async Task<CustomerCase?> FindAsync(CaseNumber number, CancellationToken cancellationToken = default) =>
        IsCustomer ? await cases.FindAsync(number, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Lists cases, newest first.</summary>
    /// <param name="customerId">Only those of one customer; null for all that the account acts for.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    public async Task<Page<CustomerCaseSummary>> ListAsync(CustomerId? customerId = null, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        IsCustomer ? await cases.ListAsync(customerId, page, cancellationToken).ConfigureAwait(false) : new([], null);

    /// <summary>Writes to the business. A message to a case that was closed too long ago opens a new one that follows it up.</summary>
    /// <param name="id">The case.</param>
    /// <param name="body">The text.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case that has the message, or <c>CaseNotFound</c>, <c>CaseLocked</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ServiceCaseId>> AnswerAsync(ServiceCaseId id, string body, CancellationToken cancellationToken = default) =>
        OwnAsync(id, own => desk.AnswerAsync(own, body, cancellationToken), cancellationToken);

    /// <summary>Closes a case: one that was resolved, or one that solved itself.</summary>
    /// <param name="id">The case.</param>
    /// <param name="solution">What solved it; needed where the business gave no solution, not used where it did.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case, or <c>CaseNotFound</c>, <c>CaseLocked</c>, <c>CaseSolutionMissing</c>, <c>CaseTransitionNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ServiceCaseId>> CloseAsync(ServiceCaseId id, string? solution = null, CancellationToken cancellationToken = default) =>
        OwnAsync(id, own => desk.CloseAsync(own, solution, cancellationToken), cancellationToken);

    /// <summary>Opens a resolved or closed case again, within the time that <see cref="CaseFollowUpRules"/> give.</summary>
    /// <param name="id">The case.</param>
    /// <param name="reason">Why; becomes a message.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case, or <c>CaseNotFound</c>, <c>CaseLocked</c>, <c>CaseNotResolved</c>, <c>CaseTransitionNotAllowed</c>, <c>CaseClosed</c> where it was closed
    /// too long ago, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ServiceCaseId>> ReopenAsync(ServiceCaseId id, string reason, CancellationToken cancellationToken = default) =>
        OwnAsync(id, own => desk.ReopenAsync(own, reason, cancellationToken), cancellationToken);

    /// <summary>Has the customer told of answers by a message, or the organisation where the account acts for that alone.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case, or <c>CaseNotFound</c>.</returns>
    public Task<CrmResult<ServiceCaseId>> FollowAsync(ServiceCaseId id, CancellationToken cancellationToken = default) =>
        OwnAsync(id, own => desk.FollowAsync(own, acts.Gate.Readable, follows: true, cancellationToken), cancellationToken);

    /// <summary>Leaves off being told of answers.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case, or <c>CaseNotFound</c>.</returns>
    public Task<CrmResult<ServiceCaseId>> UnfollowAsync(ServiceCaseId id, CancellationToken cancellationToken = default) =>
        OwnAsync(id, own => desk.FollowAsync(own, acts.Gate.Readable, follows: false, cancellationToken), cancellationToken);

    private bool IsCustomer => acts.Gate.Actor.Kind == ActorKind.PortalCustomer;

    // Whoever may read a case may write to it, and nobody else (a case that was merged into a foreign one is not read either).
    private Task<CrmResult<ServiceCaseId>> OwnAsync(ServiceCaseId id, Func<ServiceCaseId, Task<CrmResult<ServiceCaseId>>> act, CancellationToken cancellationToken) => acts.MakeOwnAsync(
        async _ => await FindAsync(id, cancellationToken).ConfigureAwait(false) is { } own ? await act(own.Id).ConfigureAwait(false) : acts.Errors.CaseNotFound(id.ToString()),
        cancellationToken);

    private async Task<CrmError?> RefusalAsync(PortalCaseRequest request, CancellationToken cancellationToken)
    {
        if (!acts.Gate.ActsFor(request.CustomerId))
        {
            return acts.Errors.CustomerNotFound(request.CustomerId.ToString());
        }

        if (request.OrganisationId is { } organisation && !acts.Gate.ActsFor(organisation))
        {
            return acts.Errors.CustomerNotFound(organisation.ToString());
        }

        if (request.OrderId is { } bought
            && (await services.GetRequiredService<ICustomerOrders>().FindAsync(bought, cancellationToken).ConfigureAwait(false) is not { } order || !acts.Gate.ActsFor(order.CustomerId)))
        {
            return acts.Errors.OrderNotFound(bought.ToString());
        }

        return request.Sku is { } sku
            && !(await services.GetRequiredService<IProductCatalog>().FindAsync([sku], cancellationToken).ConfigureAwait(false)).ContainsKey(sku)
                ? acts.Errors.ProductUnknown(sku)
                : null;
    }
}
