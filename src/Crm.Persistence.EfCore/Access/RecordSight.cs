using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Access;

/// <summary>Whether the actor sees a record that rows of other tables name by kind and id only, such as those of the timeline and the audit.</summary>
internal static class RecordSight
{
    public static async Task<bool> SeesAsync(this CrmDb db, SubjectReference subject, CancellationToken cancellationToken)
    {
        var context = db.Context;
        var crm = (ICrmDbContext)context;
        if (context.Model.FindAnnotation(CrmAnnotations.Visibility) is null || (crm.CrmSight.SeesAll && crm.CrmDelegatorSight.SeesAll))
        {
            return true;
        }

        var id = subject.Id;
        return subject.Kind switch
        {
            SubjectKinds.Customer => await AnyAsync<Customer, CustomerId>(CustomerId.From(id)).ConfigureAwait(false),
            SubjectKinds.Interaction => await AnyAsync<Interaction, InteractionId>(InteractionId.From(id)).ConfigureAwait(false),
            SubjectKinds.Activity => await AnyAsync<Activity, ActivityId>(ActivityId.From(id)).ConfigureAwait(false),
            SubjectKinds.OutboundMessage => await AnyAsync<OutboundMessage, OutboundMessageId>(OutboundMessageId.From(id)).ConfigureAwait(false),
            SubjectKinds.Case => await AnyAsync<ServiceCase, ServiceCaseId>(ServiceCaseId.From(id)).ConfigureAwait(false),
            SubjectKinds.Visit => await AnyAsync<ServiceVisit, ServiceVisitId>(ServiceVisitId.From(id)).ConfigureAwait(false),
            SubjectKinds.Order => await AnyAsync<Order, OrderId>(OrderId.From(id)).ConfigureAwait(false),
            SubjectKinds.Subscription => await AnyAsync<Subscription, SubscriptionId>(SubscriptionId.From(id)).ConfigureAwait(false),
            SubjectKinds.Lead => await AnyAsync<Lead, LeadId>(LeadId.From(id)).ConfigureAwait(false),
            SubjectKinds.Opportunity => await AnyAsync<Opportunity, OpportunityId>(OpportunityId.From(id)).ConfigureAwait(false),
            SubjectKinds.Quote => await AnyAsync<Quote, QuoteId>(QuoteId.From(id)).ConfigureAwait(false),

            // Records that are about nobody, and those of the host, are for every agent.
            _ => true,
        };

        Task<bool> AnyAsync<T, TId>(TId key)
            where T : AggregateRoot<TId>
            where TId : struct, ICrmId<TId> =>
            context.Model.FindEntityType(typeof(T)) is null ? Task.FromResult(false) : context.Set<T>().AnyAsync(r => r.Id.Equals(key), cancellationToken);
    }
}
