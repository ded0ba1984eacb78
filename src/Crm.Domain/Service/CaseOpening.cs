using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Opens cases for whoever asks, once the gate let the act through.</summary>
internal sealed class CaseOpening(IServiceCaseStore cases, ICustomerQueries customers, ICrmNumberSeries numbers, CrmActs acts, ICaseEntitlements? entitlements)
{
    /// <summary>Opens a case.</summary>
    /// <param name="details">What is known.</param>
    /// <param name="author">Name of who wrote the description; the customer's when null.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    public async Task<CrmResult<ServiceCase>> OpenAsync(CaseDetails details, string? author, Instant now, CancellationToken cancellationToken)
    {
        if (await customers.IdentifyAsync(details.CustomerId, cancellationToken).ConfigureAwait(false) is not { } customer)
        {
            return acts.Errors.CustomerNotFound(details.CustomerId.ToString());
        }

        CustomerId? organisation = null;
        if (details.OrganisationId is { } wanted)
        {
            if (await customers.IdentifyAsync(wanted, cancellationToken).ConfigureAwait(false) is not { } found)
            {
                return acts.Errors.CustomerNotFound(wanted.ToString());
            }

            organisation = found.Id;
        }

        var asked = details with { CustomerId = customer.Id, OrganisationId = organisation };
        if (entitlements is not null)
        {
            var covered = await entitlements.ChooseAsync(asked, now, cancellationToken).ConfigureAwait(false);
            if (!covered.TryGetValue(out asked))
            {
                return CrmResult<ServiceCase>.Failed(covered.Errors);
            }
        }

        var drawn = await numbers.NextAsync(ServiceDesk.NumberSeries, 1, cancellationToken).ConfigureAwait(false);
        var opened = new ServiceCase(ServiceCaseId.New(now), CaseNumber.From(drawn[0]), asked, author ?? customer.DisplayName, now);
        if (entitlements is not null)
        {
            await entitlements.OpenedAsync(opened, now, cancellationToken).ConfigureAwait(false);
        }

        cases.Add(opened);
        return opened;
    }
}
