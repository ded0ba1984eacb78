using Crm.Domain.Customers;
using Crm.Domain.Feedback;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Feedback;

// Merges ask for it whether surveys are in use or not.
internal sealed class CustomerFeedbackStore(CrmDb crm) : ICustomerFeedbackStore
{
    private CrmDb Db => crm.For(CrmAreas.Feedback);

    public async Task<CustomerFeedback?> FindAsync(CustomerId customerId, CancellationToken cancellationToken) =>
        await Db.Context.Set<CustomerFeedback>().FindAsync([customerId], cancellationToken).ConfigureAwait(false);

    public async Task RefreshAsync(CustomerId customerId, CancellationToken cancellationToken)
    {
        if (!crm.Maps(CrmAreas.Feedback))
        {
            return;
        }

        var row = await FindAsync(customerId, cancellationToken).ConfigureAwait(false);
        var invitedAt = await Db.Context.Set<SurveyInvitation>().IgnoreAutoIncludes().Where(i => i.CustomerId == customerId).OrderByDescending(i => i.InvitedAt)
            .Select(i => (Instant?)i.InvitedAt).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (row is null)
        {
            if (invitedAt is null)
            {
                return;
            }

            Add(row = new CustomerFeedback(customerId));
        }

        var last = new List<LastScore>();
        foreach (var kind in Enum.GetValues<ScoreKind>())
        {
            if (await Db.Context.Set<FeedbackScore>().AsNoTracking().Where(s => s.CustomerId == customerId && s.Kind == kind)
                .OrderByDescending(s => s.AnsweredAt).ThenBy(s => s.Question).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false) is { } score)
            {
                last.Add(new LastScore(score.Measure, score.Value, score.AnsweredAt));
            }
        }

        row.Become(invitedAt, last);
    }

    public void Add(CustomerFeedback feedback) => Db.Context.Add(feedback);
}
