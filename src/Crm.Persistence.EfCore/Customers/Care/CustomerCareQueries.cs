using Crm.Domain.Customers;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerCareQueries(CrmDb db) : ICustomerCareQueries
{
    public async Task<IReadOnlyList<TagCount>> TagsAsync(string? beginning, int take, CancellationToken cancellationToken)
    {
        var tags = db.Context.Set<CustomerTag>().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(beginning))
        {
            // Tags are folded, so LIKE of SQLite and of PostgreSQL agree.
            var folded = FoldedText.Of(StorableText.Of(beginning.Trim()));
            tags = tags.Where(t => t.Name.StartsWith(folded));
        }

        return await tags.GroupBy(t => t.Name).Select(g => new { Name = g.Key, Count = g.Count() })
            .OrderByDescending(t => t.Count).ThenBy(t => t.Name).Take(take)
            .Select(t => new TagCount(t.Name, t.Count))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<OnboardingId>> OnboardingsAsync(CustomerId customerId, CancellationToken cancellationToken) =>
        await db.Context.Set<Onboarding>().AsNoTracking().Where(o => o.CustomerId == customerId)
            .OrderByDescending(o => o.BegunAt).ThenByDescending(o => o.Id).Select(o => o.Id)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
}
