using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>Conditions that the index of keys serves.</summary>
internal static class CustomerKeyFilters
{
    // No text has a code point beyond it.
    private const string Last = "\U0010FFFF";

    /// <summary>The keys of a kind that begin with one of some texts, each a range of the index.</summary>
    public static IQueryable<CustomerKey> BeginningWith(this IQueryable<CustomerKey> keys, string kind, IReadOnlyList<string> beginnings)
    {
        var (first, afterFirst) = (beginnings[0], beginnings[0] + Last);
        Expression<Func<CustomerKey, bool>> where = k => k.Kind == kind && string.Compare(k.Key, first) >= 0 && string.Compare(k.Key, afterFirst) < 0;
        var found = keys.Where(where);
        foreach (var beginning in beginnings.Skip(1))
        {
            var after = beginning + Last;
            found = found.Concat(keys.Where(k => k.Kind == kind && string.Compare(k.Key, beginning) >= 0 && string.Compare(k.Key, after) < 0));
        }

        return found;
    }
}
