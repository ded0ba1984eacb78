using System.Linq.Expressions;
using Crm.Domain.Access;
using Crm.Domain.Criteria;
using Crm.Domain.CustomFields;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerSegmentQueries(CrmDb db) : ICustomerSegmentQueries
{
    // Conditions of an explanation in one command; more make statements that no planner likes.
    private const int ConditionsAtOnce = 50;

    public ICriteriaSource Source => new CustomerSource(db.Context);

    public Task<Page<CustomerSummary>> ListAsync(Expression<Func<Customer, bool>> where, CrmReach reach, PageRequest page, CancellationToken cancellationToken) =>
        Customers.Where(where).Within(reach).ToPageAsync(page, cancellationToken);

    public Task<int> CountAsync(Expression<Func<Customer, bool>> where, CrmReach reach, CancellationToken cancellationToken) =>
        Customers.Where(where).Within(reach).CountAsync(cancellationToken);

    public async Task<IReadOnlyList<bool>?> ExplainAsync(CustomerId id, IReadOnlyList<Expression<Func<Customer, bool>>> conditions, CancellationToken cancellationToken)
    {
        var answers = new List<bool>();
        foreach (var some in conditions.Chunk(ConditionsAtOnce))
        {
            var customer = some[0].Parameters[0];
            var all = Expression.NewArrayInit(typeof(bool), some.Select(c => new Placing(c.Parameters[0], customer).Visit(c.Body)));
            var found = await Customers.Where(c => c.Id == id).Select(Expression.Lambda<Func<Customer, bool[]>>(all, customer)).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            if (found is null)
            {
                return null;
            }

            answers.AddRange(found);
        }

        return answers;
    }

    public async Task<FieldPage?> ListAsync(
        Expression<Func<Customer, bool>> where, CustomField field, bool isDescending, CrmReach reach, int take, FieldPageKey? after, CancellationToken cancellationToken)
    {
        var (customers, id) = (Customers.Where(where).Within(reach), field.Id);
        var rows = db.Context.Set<CustomerField>().AsNoTracking().Where(f => f.FieldId == id && f.Ordinal == 1);
        var page = new List<FieldRow>();
        if (after is null or { Value: not null })
        {
            var slot = FieldSlot.Of(field.Type);
            if (slot.Order(rows, isDescending, after) is not { } ordered)
            {
                return null;
            }

            var found = await ordered.Join(customers, f => EF.Property<CustomerId>(f, "CustomerId"), c => c.Id, (f, c) => new { Field = f, Customer = c }).Take(take + 1)
                .Select(r => new { r.Field, r.Customer.Id }).ToListAsync(cancellationToken).ConfigureAwait(false);
            var summaries = await SummariesAsync([.. found.Select(r => r.Id)], cancellationToken).ConfigureAwait(false);
            page.AddRange(found.Where(r => summaries.ContainsKey(r.Id)).Select(r => new FieldRow(summaries[r.Id], slot.Text(r.Field))));
        }

        if (page.Count <= take)
        {
            // Whoever has no value comes after all who have one.
            var last = after is { Value: null } ? after.Id : (CustomerId?)null;
            var without = customers.Where(c => !rows.Any(f => EF.Property<CustomerId>(f, "CustomerId") == c.Id));
            without = last is { } reached ? without.Where(c => c.Id > reached) : without;
            page.AddRange((await without.OrderBy(c => c.Id).Take(take + 1 - page.Count).ToSummaries().ToListAsync(cancellationToken).ConfigureAwait(false)).Select(c => new FieldRow(c, null)));
        }

        return page.Count <= take ? new FieldPage(page, null) : new FieldPage(page[..take], new FieldPageKey(page[take - 1].Value, page[take - 1].Customer.Id));
    }

    private async Task<Dictionary<CustomerId, CustomerSummary>> SummariesAsync(List<CustomerId> ids, CancellationToken cancellationToken) =>
        (await Customers.Where(c => ids.Contains(c.Id)).ToSummaries().ToListAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(c => c.Id);

    private IQueryable<Customer> Customers => db.Context.Set<Customer>().IgnoreAutoIncludes().AsNoTracking();}
