using System.Linq.Expressions;
using Crm.Domain.Access;
using Crm.Domain.Criteria;
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

    private IQueryable<Customer> Customers => db.Context.Set<Customer>().IgnoreAutoIncludes().AsNoTracking();

    private sealed class Placing(ParameterExpression place, ParameterExpression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == place ? value : node;
    }
}
